import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { applyImport, followImported, takeTicks } from '../src/handlers/roadmaps/importing/applying.ts';
import {
  askForMatch,
  chooseMatch,
  showMatches,
  takeMatch,
} from '../src/handlers/roadmaps/importing/fixing.ts';
import { showConflicts, takeTheirs } from '../src/handlers/roadmaps/importing/merging.ts';
import { askForParts, chooseParts, takeNamedParts } from '../src/handlers/roadmaps/importing/splitting.ts';
import { applyNewer, leaveNewer, seeNewer, watch } from '../src/handlers/roadmaps/importing/newer.ts';
import {
  cancelImport,
  chooseTarget,
  reshowImport,
  switchReading,
} from '../src/handlers/roadmaps/importing/preview.ts';
import {
  LINK_LENGTH,
  openImportForm,
  SCOPES,
  startImport,
  takeImportForm,
} from '../src/handlers/roadmaps/importing/start.ts';
import { argument } from '../src/discord/refusal.ts';
import { joinRoadmap, leaveRoadmap } from '../src/handlers/roadmaps/joining.ts';
import {
  acceptProposal,
  declineProposal,
  findToPropose,
  leaveProposing,
  openProposal,
  openProposalSearch,
  pickSectionToPropose,
  pickTopicToPropose,
  showProposals,
  takeProposal,
} from '../src/handlers/roadmaps/editing/proposals.ts';
import { openEditForm, openSaidForm, takeEditForm } from '../src/handlers/roadmaps/editing/forms.ts';
import {
  showEditedSection,
  showEditedTopic,
  showEditedWays,
  showEditor,
} from '../src/handlers/roadmaps/editing/pages.ts';
import {
  chooseMethods,
  merge,
  move,
  pickSection,
  pickTopic,
  remove,
  takeChosen,
  undoEdit,
} from '../src/handlers/roadmaps/editing/picking.ts';
import {
  moveSection,
  pickBeside,
  removeSection,
  takeBeside,
} from '../src/handlers/roadmaps/editing/sections.ts';
import {
  chooseFollowing,
  chooseTurns,
  listRoadmaps,
  openedFrom,
  showRoadmapChoice,
} from '../src/handlers/roadmaps/list.ts';
import { showMap, showSection } from '../src/handlers/roadmaps/map.ts';
import { showPictureMap, showPictureSection } from '../src/handlers/roadmaps/picture-map.ts';
import { exportRoadmap } from '../src/handlers/roadmaps/exporting.ts';
import { restore, showVersions } from '../src/handlers/roadmaps/versions.ts';
import { settle, showUnsettled } from '../src/handlers/roadmaps/settling.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { localised, localisedName } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/roadmap list`, `view`, `map`, `join`, `leave`, `import`, `edit`, `undo`, `export` */
export const roadmapCommand: Command = {
  data: {
    name: 'roadmap',
    ...localised((words) => words.commands.roadmap),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        ...localised((words) => words.commands.roadmapList),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'view',
        ...localised((words) => words.commands.roadmapView),
        options: [roadmapOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'map',
        ...localised((words) => words.commands.roadmapMap),
        options: [roadmapOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'join',
        ...localised((words) => words.commands.roadmapJoin),
        options: [roadmapOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'leave',
        ...localised((words) => words.commands.roadmapLeave),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'import',
        ...localised((words) => words.commands.roadmapImport),
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            name: 'file',
            ...localised((words) => words.commands.roadmapImportFile),
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'link',
            ...localised((words) => words.commands.roadmapImportLink),
            max_length: LINK_LENGTH,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'scope',
            ...localised((words) => words.commands.roadmapImportScope),
            choices: SCOPES.map((scope) => ({
              ...localisedName((words) => words.importing.scope[scope]),
              value: scope,
            })),
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'edit',
        ...localised((words) => words.commands.roadmapEdit),
        options: [roadmapOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'undo',
        ...localised((words) => words.commands.roadmapUndo),
        options: [roadmapOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'export',
        ...localised((words) => words.commands.roadmapExport),
        options: [
          {
            type: ApplicationCommandOptionType.Boolean,
            name: 'mine',
            ...localised((words) => words.commands.roadmapExportMine),
          },
          roadmapOption,
        ],
      },
    ],
  },
  execute(call) {
    switch (call.options.getSubcommand()) {
      case 'list':
        return listRoadmaps(call);
      case 'map':
        return showPictureMap(call);
      case 'join':
        return joinRoadmap(call);
      case 'leave':
        return leaveRoadmap(call);
      case 'edit':
        return showEditor(call, undefined);
      case 'import':
        return startImport(call);
      case 'undo':
        return showVersions(call);
      case 'export':
        return exportRoadmap(call);
      default:
        return showMap(call);
    }
  },
  asks: [
    'import-text',
    'import-another',
    'import-names',
    'edit-form',
    'edit-said',
    'propose',
    'propose-find',
  ],
  complete: withRoadmaps(),
  presses: {
    /** `edit:<page>` */
    edit: (call) => showEditor(call, call.args[0]),
    'edit-section': showEditedSection,
    'edit-topic': showEditedTopic,
    'edit-ways': showEditedWays,
    'edit-form': openEditForm,
    'edit-pick': pickSection,
    'edit-in': pickTopic,
    'edit-chosen': takeChosen,
    'edit-move': move,
    'edit-merge': merge,
    'edit-remove': remove,
    'edit-methods': chooseMethods,
    'edit-said': openSaidForm,
    'edit-beside': pickBeside,
    'edit-section-beside': takeBeside,
    'edit-section-move': moveSection,
    'edit-section-remove': removeSection,
    'edit-undo': undoEdit,
    /** `propose-in:<page>`, then `propose-about:<section>:<page>`, then `propose:<topic>`: or each chosen from a list */
    'propose-in': pickSectionToPropose,
    'propose-about': pickTopicToPropose,
    propose: openProposal,
    'propose-find': openProposalSearch,
    'propose-back': leaveProposing,
    proposals: showProposals,
    'proposal-accept': acceptProposal,
    'proposal-decline': declineProposal,
    /** `import-text:<server|me|import>` */
    'import-text': (call) => openImportForm(call, call.args[0]),
    /** `import-reading:<import>:<step>` */
    'import-reading': switchReading,
    /** `import-target:<import>:<step>` */
    'import-target': chooseTarget,
    /** `import-apply:<import>:<step>:<version in use>` */
    'import-apply': applyImport,
    'import-cancel': cancelImport,
    'import-show': reshowImport,
    /** `import-fix:<import>:<page>` */
    'import-fix': showMatches,
    /** `import-match:<import>:<page>:<place of a topic>`, and `import-another` with the same arguments */
    'import-match': chooseMatch,
    'import-another': askForMatch,
    'import-parts': chooseParts,
    /** `import-both:<import>:<page>`, `import-take:<import>:<step>:<number of a conflict>:<page>` */
    'import-both': showConflicts,
    'import-take': takeTheirs,
    'import-names': askForParts,
    /** `newer-see:<roadmap>`, `newer-apply:<roadmap>:<version in use>:<hash>`, `newer-leave:<roadmap>` */
    'newer-see': seeNewer,
    'newer-apply': applyNewer,
    'newer-leave': leaveNewer,
    /** `watch:<roadmap>:<yes|no>` */
    watch,
    /** `restore:<roadmap>:<version in use>:<version>`, or with the version chosen from the list */
    restore,
    /** `roadmap-settle:<roadmap>:<page>` */
    'roadmap-settle': showUnsettled,
    /** `settle:<roadmap>:<version>:<topic>:<page>` */
    settle,
    /** `import-ticks:<roadmap>`, `import-follow:<roadmap>` */
    'import-ticks': takeTicks,
    'import-follow': followImported,
    /** `roadmaps`, or `roadmaps:<page>`: all roadmaps that can be followed. */
    roadmaps: (call) =>
      listRoadmaps(call, argument(carriedNumber.default(0), call.args[0]), openedFrom(call.args[1])),
    /** `roadmap-one`, with a roadmap chosen from the list. */
    'roadmap-one': showRoadmapChoice,
    /** `roadmap-do:<action>`, about the roadmap that the message shows. */
    'roadmap-do': chooseFollowing,
    /** `roadmap-turns:<on|off>`: whether the server's daily post takes turns between its roadmaps. */
    'roadmap-turns': chooseTurns,
    /** `map`: all sections. */
    map: showMap,
    /** `map-view:<own|group>`, or `map-view:<own|group>:<page>` */
    'map-view': (call) => showPictureMap(call, call.args),
    /** `map-section:<own|group>:<section>:<page>`, or `map-section:<own|group>` with the section chosen from the list. */
    'map-section': (call) =>
      showPictureSection(call, [call.args[0], call.args[1] ?? call.values[0], call.args[2]]),
    /** `section:<index>:<page>`, or `section` with the index chosen from the list. */
    section: (call) => showSection(call, Number(call.args[0] ?? call.values[0]), Number(call.args[1])),
    join: (call) => joinRoadmap(call),
  },
  forms: {
    propose: takeProposal,
    'propose-find': findToPropose,
    'edit-form': takeEditForm,
    'import-text': takeImportForm,
    'import-another': takeMatch,
    'import-names': takeNamedParts,
  },
};
