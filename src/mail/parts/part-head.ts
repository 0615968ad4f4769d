/** What the header of a part says of its body (RFC 2045, 2183). */
import type { HeaderField } from '../../model/message.js';
import type { HeaderDecoder } from '../../model/platform.js';
import { unfold } from '../header-fields.js';
import { parseFieldValue, type FieldValue } from './field-value.js';

export interface PartHead {
  /** `type/subtype` in lower case. */
  readonly contentType: string;
  readonly boundary: string | undefined;
  readonly charset: string | undefined;
  readonly disposition: string | undefined;
  readonly filename: string | undefined;
  /** Content-Transfer-Encoding in lower case; absent where none is named. */
  readonly encoding: string | undefined;
}

const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/;

/** `otherwise`: the type of a part that names none, or none that can be read (RFC 2045 §5.2, RFC 2046 §5.1.5). */
export function readPartHead(fields: readonly HeaderField[], decoder: HeaderDecoder, otherwise: string): PartHead {
  const value = (name: string): FieldValue | undefined => {
    const field = fields.find((candidate) => candidate.name.toLowerCase() === name);
    return field === undefined ? undefined : parseFieldValue(unfold(field.raw), decoder);
  };
  const type = value('content-type');
  const disposition = value('content-disposition');
  const encoding = value('content-transfer-encoding')?.value;
  return {
    contentType: type !== undefined && TYPE.test(type.value) ? type.value : otherwise,
    boundary: type?.params.get('boundary') || undefined,
    charset: type?.params.get('charset') || undefined,
    disposition: disposition?.value || undefined,
    filename: disposition?.params.get('filename') || type?.params.get('name') || undefined,
    encoding: encoding || undefined,
  };
}
