import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { share, show, tell } from '../src/discord/answer.ts';
import type { Command, PressCall, SlashCall } from '../src/discord/command.ts';
import { forMembers } from '../src/discord/contexts.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { memberGuild } from '../src/discord/permissions.ts';
import { argument, Refusal } from '../src/discord/refusal.ts';
import {
  appNamed,
  appOption,
  appPage,
  appWithId,
  buildPressed,
  completeApp,
  galleryPage,
  gone,
  ownBuildPressed,
  sameAgain,
  showcaseGuild,
  turnTo,
} from '../src/handlers/showcase/showcase.ts';
import { openForm, takeForm } from '../src/handlers/showcase/submission.ts';
import { askIn, claim, comeIn, goOut } from '../src/handlers/showcase/teams.ts';
import { buildsOf } from '../src/store/showcase/builds.ts';
import { applaud, galleryOf, submissionOf, withdraw } from '../src/store/showcase/submissions.ts';
import { appsOf } from '../src/study/showcase.ts';
import { card, text } from '../src/view/components.ts';
import { aboutAppView, showcaseView } from '../src/view/showcase/showcase.ts';
import {
  askWithdrawView,
  differentlyView,
  type GalleryScope,
  goneView,
} from '../src/view/showcase/gallery.ts';
import { localised } from '../src/words/localised.ts';

const kindOfScope = z.enum(['all', 'app']);

/** `/showcase list|claim|submit|gallery`: apps to build, alone or as a team, and to show each other. */
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
        return claim(call, appNamed(call, call.options.getString('app', true)).id);
      case 'submit':
        return openForm(call, appNamed(call, call.options.getString('app', true)));
      case 'gallery':
        return openGallery(call);
      default:
        return list(call, 0);
    }
  },
  complete: (call) => Promise.resolve(completeApp(call)),
  presses: {
    /** `showcase:<page>` */
    showcase: (call) => list(call, argument(carriedNumber, call.args[0])),
    /** `app:<app>`, or `app` with the app chosen from a list. */
    app: async (call) => show(await appPage(call, appWithId(call, call.args[0] ?? call.values[0]))),
    /** `build-claim:<app>` */
    'build-claim': (call) => claim(call, appWithId(call, call.args[0]).id),
    /** `build-ask:<build>`, with people chosen. */
    'build-ask': askIn,
    /** `build-join:<build>` */
    'build-join': comeIn,
    /** `build-leave:<build>` */
    'build-leave': goOut,
    /** `build-show:<app>` */
    'build-show': (call) => openForm(call, appWithId(call, call.args[0])),
    /** `build-read:<build>:<page>` */
    'build-read': async (call) => {
      const build = await buildPressed(call, call.args[0]);
      const submission = await submissionOf(call.app.db, build.id);
      if (submission === null) throw new Refusal(goneView);
      return tell(differentlyView(call.words, build, submission, argument(carriedNumber, call.args[1])));
    },
    /** `build-post:<build>`: its page of the gallery, to everybody. */
    'build-post': async (call) => {
      const { id } = await ownBuildPressed(call, call.args[0]);
      return share(await galleryPage(call, { scope: { kind: 'all' }, at: id, audience: 'group' }));
    },
    /** `build-withdraw:<build>`, and confirmed `build-withdraw:<build>:yes` */
    'build-withdraw': takeBack,
    /** `gallery`, `gallery:all:<build>` or `gallery:app:<app>:<build>` */
    gallery: (call) => {
      const scope = scopeOf(call);
      return turnTo(call, { scope, at: scope.kind === 'all' ? call.args[1] : call.args[2] });
    },
    /** `applaud:<build>:<all|app>` */
    applaud: clap,
  },
  forms: {
    /** `build-show:<app>` */
    'build-show': (call) => takeForm(call, appWithId(call, call.args[0])),
  },
};

async function list(call: SlashCall | PressCall, asked: number) {
  const apps = appsOf(call.roadmap);
  const builds = await buildsOf(call.app.db, memberGuild(call), call.roadmap.id);
  return show(showcaseView(call.words, apps, builds, asked));
}

/** Nothing to look at is nothing to post. */
async function openGallery(call: SlashCall) {
  const typed = call.options.getString('app');
  const scope: GalleryScope =
    typed === null ? { kind: 'all' } : { kind: 'app', topicId: appNamed(call, typed).id };
  const topicId = scope.kind === 'app' ? scope.topicId : undefined;
  const all = await galleryOf(call.app.db, memberGuild(call), call.roadmap.id, topicId);
  return all.length === 0
    ? show(await galleryPage(call, { scope, audience: 'reader' }))
    : share(await galleryPage(call, { scope, audience: 'group' }));
}

async function takeBack(call: PressCall) {
  const { app, actor, words } = call;
  const build = await ownBuildPressed(call, call.args[0]);
  if (call.args[1] !== 'yes') return show(askWithdrawView(words, build));
  await withdraw(app.db, actor, build.id);
  return show(aboutAppView(words, words.showcase.withdrawn, build.topicId));
}

/** Each person applauds once, again takes it back, and nobody applauds themselves. */
async function clap(call: PressCall) {
  const { app, actor, words, userId } = call;
  await showcaseGuild(call);
  const build = await buildPressed(call, call.args[0]);
  if (build.team.includes(userId)) return tell(card('neutral', text(words.showcase.own)));
  if (!build.isShown) return gone(call);
  await applaud(app.db, actor, build.id);
  const scope: GalleryScope =
    argument(kindOfScope, call.args[1]) === 'all' ? { kind: 'all' } : { kind: 'app', topicId: build.topicId };
  return sameAgain(call, { scope, at: build.id });
}

function scopeOf(call: PressCall): GalleryScope {
  return argument(kindOfScope, call.args[0] ?? 'all') === 'all'
    ? { kind: 'all' }
    : { kind: 'app', topicId: appWithId(call, call.args[1]).id };
}
