import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forOrganisers } from '../src/discord/contexts.ts';
import {
  chooseChannel,
  chooseLanguage,
  chooseRoadmap,
  chooseRole,
  chooseTheme,
  chooseTimeZone,
  chooseWeekdays,
  chooseWeeklyDay,
} from '../src/handlers/setup/choices.ts';
import { completeTimeZone, openClock, openSetup, setClock } from '../src/handlers/setup/clock.ts';
import { setupChoices, setupLooks, setupPanel } from '../src/handlers/setup/panel.ts';
import { checkAgain, resumeFromPanel, startPosting } from '../src/handlers/setup/posting.ts';
import { ZONE_LENGTH } from '../src/time/time-zone.ts';
import { addRole, checkRoles, openRoleForm, removeRole, turnRoles } from '../src/handlers/roles/setup.ts';
import { setRooms, explainRooms, showRooms } from '../src/handlers/rooms.ts';
import { localised } from '../src/words/localised.ts';

/**
 * `/setup`: one panel for everything that an organiser chooses. Every handler checks again that an organiser asks.
 */
export const setup: Command = {
  data: {
    name: 'setup',
    ...localised((words) => words.commands.setup),
    ...forOrganisers,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'time-zone',
        ...localised((words) => words.commands.setupTimeZone),
        autocomplete: true,
        max_length: ZONE_LENGTH,
      },
    ],
  },
  execute: (call) => openSetup(call, call.options.getString('time-zone')),
  complete: completeTimeZone,
  asks: ['setup-clock', 'setup-role-for'],
  presses: {
    setup: (call) => setupPanel(call),
    'setup-change': (call) => setupChoices(call),
    'setup-looks': (call) => setupLooks(call),
    'setup-roadmap': chooseRoadmap,
    'setup-channel': chooseChannel,
    'setup-zone': chooseTimeZone,
    'setup-weekdays': chooseWeekdays,
    'setup-weekly-day': chooseWeeklyDay,
    'setup-language': chooseLanguage,
    'setup-role': chooseRole,
    /** `setup-theme:<dark|light>` */
    'setup-theme': chooseTheme,
    /** `setup-clock`, or `setup-clock:<what was typed before>` */
    'setup-clock': (call) => openClock(call, call.args[0]),
    /** `setup-roles:<page>` */
    'setup-roles': turnRoles,
    'setup-rooms': (call) => (call.args[0] === 'rules' ? explainRooms(call) : showRooms(call)),
    'setup-rooms-choose': setRooms,
    'setup-role-for': openRoleForm,
    'setup-role-remove': removeRole,
    'setup-roles-check': checkRoles,
    'setup-start': startPosting,
    'setup-check': checkAgain,
    'setup-resume': resumeFromPanel,
  },
  forms: {
    'setup-clock': setClock,
    /** `setup-role-add:<streak|stage|section>:<id>` */
    'setup-role-add': addRole,
  },
};
