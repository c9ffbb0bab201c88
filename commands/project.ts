import { proofCommand } from './parts/proof-command.ts';

/** `/project write | show | list | edit | remove`: a small piece of software that shows what was learned. */
export const project = proofCommand('project');
