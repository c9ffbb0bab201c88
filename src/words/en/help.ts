import { attach } from './proofs.ts';

export const help = {
  hello:
    '## Roadmate\nA roadmap is a list of things to learn. I keep your place, suggest what’s next and count your days.',
  title: '## Start with these',
  three: '`/today` see what to study now\n`/done` mark a topic done\n`/progress` see how far you’ve come',
  more: 'More commands',
  partName: {
    study: 'Study',
    prove: 'Prove what you know',
    look: 'See where you are',
    build: 'Build and find',
    yours: 'Make it yours',
    organise: 'Run the group',
  },
  part: {
    study:
      '`/topic` all about one topic\n`/start` `/skip` start a topic, or leave it out\n`/undo` undo the last thing you did\n`/review` see topics again before you forget them\n`/focus start` start a study timer\n`/remind me` any reminder, at any time',
    prove: `\`/cheatcode write\` what you want at hand next time\n\`/feynman write\` explain it in simple words\n\`/project write\` show what you built\n\`/tez write\` write a thesis (tez)\nOr open the menu of one of your messages: *Apps*, *${attach.command}*`,
    look: '`/roadmap map` the roadmap as a map\n`/roadmap view` the roadmap as a list\n`/career` `/toolset` where it leads, and with what',
    build:
      '`/showcase list` apps to build, alone or as a team\n`/showcase gallery` what your group has built\n`/search` find something your group wrote\n`/notebook export` all you wrote, with cards for Anki',
    yours: '`/settings` language, time zone, what groups see, your data',
    group:
      '`/roadmap join` `/roadmap leave` study with this group, or stop\n`/group buddies` company for the week\n`/group plan` a time to study together\n`/group board` who did what, if you like boards',
    organise:
      '`/setup` roadmap, channel, days and time\n`/schedule preview` when the next posts come\n`/schedule pause` take a break',
  },
  setUp: 'Set up this server',
  joinFirst: '**Start here:** join the group.',
  setUpFirst: '**Next:** `/setup`. Pick a channel and a time; the topics then come by themselves.',
};
