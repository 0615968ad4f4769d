// In the program, in place of string-width: loading that takes 20 ms, which text of Latin letters need not wait for.
'use strict';

let widthOf;

module.exports = (text, options) =>
  /^[\x20-\x7e]*$/.test(text) ? text.length : (widthOf ??= require('../node_modules/string-width/index.js').default)(text, options);
