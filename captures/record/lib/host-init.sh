# The first process of a host: builds its root directory and keeps it alive.
# Arguments: STATE-DIRECTORY LOWER-DIRECTORIES HOST-NAME
set -eu
state=$1 lower=$2 name=$3
root=$state/root

mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$state/upper,workdir=$state/work" "$root"
rm -f "$root/run"/* 2> /dev/null || true
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mkdir -p "$root/run" "$root/var/mail"
chmod 755 "$root" "$root/run"
hostname "$name"
touch "$root/run/booted"
exec chroot "$root" sleep infinity
