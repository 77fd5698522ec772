// Empty, and meant to stay so: the page reaches the backend over its own origin, in this host as in the browser's.
export {}
