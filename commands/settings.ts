import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { chooseLanguage, chooseSeen, chooseTheme, mute } from '../src/handlers/settings/choices.ts';
import { askToDelete, deleteAll } from '../src/handlers/settings/deletion.ts';
import { exportAll } from '../src/handlers/settings/export.ts';
import { askForOwnData, showOwnData, takeOwnData } from '../src/handlers/settings/own-data.ts';
import {
  chooseDayStart,
  chooseFading,
  chooseStudySetting,
  studySettings,
} from '../src/handlers/settings/study.ts';
import { askForPings, choosePingsAtOnce, showPings, takePings } from '../src/handlers/settings/pings.ts';
import { settingsPanel } from '../src/handlers/settings/panel.ts';
import {
  chooseStreakUnit,
  dropPause,
  openPauseForm,
  showStreakSettings,
  takePauseForm,
} from '../src/handlers/settings/streak.ts';
import {
  completeTimeZone,
  openSettings,
  openZoneForm,
  setTimeZone,
  takeZoneForm,
} from '../src/handlers/settings/time-zone.ts';
import { ZONE_LENGTH } from '../src/time/time-zone.ts';
import { localised } from '../src/words/localised.ts';

/**
 * `/settings time-zone:`: the member's own settings, which apply in all servers, and all that is stored about them.
 */
export const settings: Command = {
  data: {
    name: 'settings',
    ...localised((words) => words.commands.settings),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'time-zone',
        ...localised((words) => words.commands.settingsTimeZone),
        autocomplete: true,
        max_length: ZONE_LENGTH,
      },
    ],
  },
  execute: (call) => openSettings(call, call.options.getString('time-zone')),
  complete: completeTimeZone,
  asks: ['pings-tick', 'settings-zone', 'settings-import', 'settings-delete', 'streak-pause'],
  presses: {
    pings: showPings,
    'pings-tick': askForPings,
    /** `pings-set:<none|all>` */
    'pings-set': choosePingsAtOnce,
    settings: (call) => settingsPanel(call),
    /** `settings-zone`, or `settings-zone:<what was typed before>` */
    'settings-zone': (call) => openZoneForm(call, call.args[0]),
    'settings-zone-near': (call) => setTimeZone(call, call.values[0] ?? ''),
    'settings-day': chooseDayStart,
    'settings-language': chooseLanguage,
    'settings-seen': chooseSeen,
    'settings-fading': chooseFading,
    /** `settings-theme` of a list, or `settings-theme:<dark|light>` */
    'settings-theme': chooseTheme,
    'settings-mute': mute,
    'settings-study': (call) => studySettings(call),
    'streak-settings': (call) => showStreakSettings(call),
    /** `streak-unit` of a list, or `streak-unit:<day|week>` */
    'streak-unit': chooseStreakUnit,
    /** `streak-pause`, or `streak-pause:<first day>:<last day>` with what was typed before */
    'streak-pause': openPauseForm,
    'streak-pause-end': dropPause,
    /** `settings-study-set:<end|roles|rooms|help>:<on|off>` */
    'settings-study-set': chooseStudySetting,
    'settings-data': showOwnData,
    'settings-export': exportAll,
    'settings-import': askForOwnData,
    'settings-delete': askToDelete,
  },
  forms: {
    'pings-tick': takePings,
    'settings-import': takeOwnData,
    'settings-zone': takeZoneForm,
    'streak-pause': takePauseForm,
    'settings-delete': deleteAll,
  },
};
