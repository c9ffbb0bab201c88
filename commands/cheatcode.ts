import { proofCommand } from './parts/proof-command.ts';

/** `/cheatcode write | show | list | edit | remove`: what a member wants at hand the next time. */
export const cheatcode = proofCommand('cheatcode');
