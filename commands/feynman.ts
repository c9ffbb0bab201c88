import { proofCommand } from './parts/proof-command.ts';

/** `/feynman write | show | list | edit | remove`: a topic explained in simple words. */
export const feynman = proofCommand('feynman');
