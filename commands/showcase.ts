import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forMembers } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { listedIn } from '../src/handlers/moderation/moderation.ts';
import { appNamed, appWithId, completeApp, listApps, showChosenApp } from '../src/handlers/showcase/apps.ts';
import {
  applaudBuild,
  openGallery,
  postBuild,
  showDifferently,
  turnTo,
  withdrawBuild,
} from '../src/handlers/showcase/gallery.ts';
import { openForm, takeForm } from '../src/handlers/showcase/submission.ts';
import { inviteChosen, claim, acceptInvitation, leaveOrDecline } from '../src/handlers/showcase/teams.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { localised } from '../src/words/localised.ts';

const scope = z.enum(['all', 'app']);

const appOption = {
  type: ApplicationCommandOptionType.String,
  name: 'app',
  ...localised((words) => words.commands.showcaseApp),
  autocomplete: true,
  max_length: 100,
} as const;

/** `/showcase list|claim|submit|gallery`: apps to build, alone or in a team, and to show to each other. */
export const showcase: Command = {
  data: {
    name: 'showcase',
    ...localised((words) => words.commands.showcase),
    ...forMembers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        ...localised((words) => words.commands.showcaseList),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'claim',
        ...localised((words) => words.commands.showcaseClaim),
        options: [{ ...appOption, required: true }],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'submit',
        ...localised((words) => words.commands.showcaseSubmit),
        options: [{ ...appOption, required: true }],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'gallery',
        ...localised((words) => words.commands.showcaseGallery),
        options: [appOption],
      },
    ],
  },
  async execute(call) {
    switch (call.options.getSubcommand()) {
      case 'claim':
        return claim(call, (await appNamed(call, call.options.getString('app', true))).id);
      case 'submit':
        return openForm(call, await appNamed(call, call.options.getString('app', true)));
      case 'gallery':
        return openGallery(call, call.options.getString('app'));
      default:
        return listApps(call, 0);
    }
  },
  complete: completeApp,
  asks: ['showcase submit', 'build-show'],
  presses: {
    /** `showcase:<page>` */
    showcase: (call) => listApps(call, argument(carriedNumber, call.args[0])),
    /** `app:<app>`, or `app` with the app chosen from a list. */
    app: (call) => showChosenApp(call, call.args[0] ?? call.values[0]),
    /** `build-claim:<app>` */
    'build-claim': (call) => claim(call, appWithId(call, call.args[0]).id),
    /** `build-ask:<build>`, with people chosen. */
    'build-ask': inviteChosen,
    /** `build-join:<build>` */
    'build-join': acceptInvitation,
    /** `build-leave:<build>` */
    'build-leave': leaveOrDecline,
    /** `build-show:<app>` */
    'build-show': (call) => openForm(call, appWithId(call, call.args[0])),
    /** `build-read:<build>:<page>` */
    'build-read': (call) => showDifferently(call, call.args[0], argument(carriedNumber, call.args[1])),
    /** `build-post:<build>` */
    'build-post': (call) => postBuild(call, call.args[0]),
    /** `build-withdraw:<build>`, and `build-withdraw:<build>:yes` once confirmed */
    'build-withdraw': (call) => withdrawBuild(call, call.args[0], call.args[1] === 'yes'),
    /** `gallery`, `gallery:all:<build>`, `gallery:all:<build>:reported` or `gallery:app:<app>:<build>` */
    gallery: (call) =>
      argument(scope, call.args[0] ?? 'all') === 'all'
        ? turnTo(call, null, call.args[1], listedIn(call.args[2]))
        : turnTo(call, appWithId(call, call.args[1]), call.args[2]),
    /** `applaud:<build>:<all|app>` */
    applaud: (call) => applaudBuild(call, call.args[0], argument(scope, call.args[1])),
  },
  forms: {
    /** `build-show:<app>` */
    'build-show': (call) => takeForm(call, appWithId(call, call.args[0])),
  },
};
