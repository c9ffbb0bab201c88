import { proofCommand } from './parts/proof-command.ts';

/** `/tez write | show | list | edit | remove`: a thesis, on a whole track or on one theory topic. */
export const tez = proofCommand('tez');
