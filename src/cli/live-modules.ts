/** Where the built modules lie that run beside the program; seen from the bundle, too, they lie here. */
export const LIVE_MODULES = {
  thread: new URL('../capture/live/capture-thread.js', import.meta.url),
  cap: new URL('../capture/live/cap-program.js', import.meta.url),
};
