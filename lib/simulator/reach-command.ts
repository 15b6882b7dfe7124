// What `linkspan can` runs, a script of its own beside the command.
export { reach } from './reach/reach.js';
export { renderReach } from './reach/render-reach.js';
