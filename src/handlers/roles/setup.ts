import { type Client, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { headingsOf } from '../../roadmap/headings.ts';
import { roadmapsAbout } from '../../schedule/roles.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../../store/roadmaps/library.ts';
import { retryRoles } from '../../store/roles/given.ts';
import {
  addMilestoneRole,
  milestoneRolesOf,
  noteRefusedRole,
  removeMilestoneRole,
} from '../../store/roles/milestones.ts';
import { career } from '../../study/progress/career.ts';
import { methodsOf } from '../../study/proofs/proof.ts';
import { type Milestone, ROLE_LIMITS } from '../../study/roles.ts';
import { leavesIn } from '../../study/topics/status.ts';
import { LIMITS, type Option } from '../../view/components.ts';
import { carriedNumber, customId } from '../../view/custom-id.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { outdatedView } from '../../view/failure.ts';
import { type ListedRole, ROLE_FIELD, roleForm, rolesNote, rolesView } from '../../view/roles/setup.ts';

/**
 * The page of `/setup` about roles for milestones.
 * @throws Refusal for anybody but organisers who may manage roles themselves
 */
async function showRoles(call: Call, page = 0, note: string | null = null): Promise<Answer> {
  const guildId = roleGuild(call);
  const { app, words } = call;
  const listed = await listedRoles(call, guildId);
  const choices = await milestoneChoices(call);
  const pages = Math.max(1, Math.ceil(choices.length / LIMITS.optionsPerSelect));
  const shown = Math.min(page, pages - 1);
  const from = shown * LIMITS.optionsPerSelect;
  return show(
    rolesView(words, {
      listed,
      names: roleNames(app.client, guildId),
      roadmaps: await roadmapsAbout(app, listed, words.locale),
      choices: choices.slice(from, from + LIMITS.optionsPerSelect),
      page: shown,
      pages,
      note,
    }),
  );
}

/** Another page of milestones to choose from. */
export function turnRoles(call: PressCall): Promise<Answer> {
  return showRoles(call, argument(carriedNumber, call.args[0]));
}

/** Opens the form for a milestone that an organiser chose. */
export async function openRoleForm(call: PressCall): Promise<Answer> {
  roleGuild(call);
  const { kind, id, canProve } = await chosen(call, call.values[0]);
  return ask(roleForm(call.words, customId('setup-role-add', kind, id), kind, canProve));
}

/** Lets the server give a role for a milestone, if the bot and the organiser may give it. */
export async function addRole(call: FormCall): Promise<Answer> {
  const guildId = roleGuild(call);
  const { app, words, fields, args } = call;
  const { roles: say } = words;
  const target = await chosen(call, `${args[0]}:${args[1]}`);
  const [roleId] = [...(fields.getSelectedRoles(ROLE_FIELD.role)?.keys() ?? [])];
  if (roleId === undefined) throw new Refusal(outdatedView);
  const typed = target.kind === 'stage' ? '' : fields.getTextInputValue(ROLE_FIELD.amount);
  const milestone = milestoneOf(target, typed, fields);
  if (milestone === null) return showRoles(call, 0, say.badNumber(inline(clip(plain(typed), 10))));
  const problem = app.roles.problem(guildId, roleId);
  if (problem !== null) return showRoles(call, 0, say.problem[problem]);
  if (!standsAbove(call, guildId, roleId)) return showRoles(call, 0, say.above);
  // A guild of which nothing is stored yet has to be there first.
  if (call.guild === null) return showRoles(call, 0, words.failure.outdated);
  const added = await addMilestoneRole(app.db, { ...call.actor, guildId }, roleId, milestone);
  if (added === 'full') return showRoles(call, 0, say.full(ROLE_LIMITS.roles));
  return showRoles(call, 0, added === 'there' ? say.there : say.added(`<@&${roleId}>`));
}

/** Stops giving a role for a milestone. */
export async function removeRole(call: PressCall): Promise<Answer> {
  const guildId = roleGuild(call);
  await removeMilestoneRole(call.app.db, { ...call.actor, guildId }, call.values[0] ?? '');
  return showRoles(call, 0, call.words.roles.removed);
}

/** Tries again at once what could not be given. */
export async function checkRoles(call: PressCall): Promise<Answer> {
  const guildId = roleGuild(call);
  const { db } = call.app;
  for (const { roleId, problem } of await listedRoles(call, guildId)) {
    if (problem === 'refused') await noteRefusedRole(db, guildId, roleId, null);
  }
  await retryRoles(db, guildId, call.now);
  return showRoles(call);
}

/** The roles that a guild gives, each with what keeps the bot from giving it. */
export async function listedRoles({ app }: Call, guildId: string): Promise<readonly ListedRole[]> {
  return (await milestoneRolesOf(app.db, guildId)).map((role) => ({
    ...role,
    problem: app.roles.problem(guildId, role.roleId) ?? (role.refusedAt === null ? null : 'refused'),
  }));
}

/**
 * Checks that an organiser asks who may give roles by hand. Otherwise the bot would give them what they may not take.
 * @returns the guild's id
 */
function roleGuild(call: Call): string {
  const guildId = organiserGuild(call);
  if (call.interaction.memberPermissions?.has(PermissionFlagsBits.ManageRoles) === true) return guildId;
  throw new Refusal(({ roles: say }) => rolesNote(say.needsRights));
}

/** Whether a role stands below the organiser's own highest one, so that they could give it by hand. */
function standsAbove({ app, interaction, userId }: Call, guildId: string, roleId: string): boolean {
  const guild = app.client.guilds.cache.get(guildId);
  const role = guild?.roles.cache.get(roleId);
  if (guild === undefined || role === undefined) return false;
  if (guild.ownerId === userId) return true;
  const { member } = interaction;
  if (member === null) return false;
  const own = 'cache' in member.roles ? [...member.roles.cache.keys()] : member.roles;
  return own.some((id) => (guild.roles.cache.get(id)?.comparePositionTo(role) ?? -1) > 0);
}

function roleNames(client: Client, guildId: string): ReadonlyMap<string, string> {
  return new Map(
    client.guilds.cache.get(guildId)?.roles.cache.map(({ id, name }) => [id, plain(name)]) ?? [],
  );
}

/** A milestone that an organiser chose, without its amount. */
interface Target {
  readonly kind: 'streak' | 'stage' | 'section';
  readonly roadmapId: string;
  /** Of the stage's topic, or of the section. */
  readonly id: string;
  readonly canProve: boolean;
}

const value = z.string().regex(/^(streak|stage|section):[\w-]{1,40}$/);

/** @throws Refusal if the roadmaps of the group have no such section or stage */
async function chosen(call: Call, given: string | undefined): Promise<Target> {
  const [kind, id = ''] = argument(value, given).split(':');
  if (kind === 'streak') return { kind, roadmapId: '', id, canProve: false };
  for (const roadmap of await followedHere(call)) {
    if (kind === 'stage') {
      if (roadmap.byId.get(id)?.topic.stage != null)
        return { kind, roadmapId: roadmap.id, id, canProve: false };
      continue;
    }
    const heading = headingsOf(roadmap).find((each) => each.id === id);
    if (heading === undefined) continue;
    const canProve = leavesIn(roadmap, heading.section).some((node) => methodsOf(node).length > 0);
    return { kind: 'section', roadmapId: roadmap.id, id, canProve };
  }
  throw new Refusal(outdatedView);
}

/** The milestone with the typed amount; null if that is no number in its range. */
function milestoneOf(
  { kind, roadmapId, id, canProve }: Target,
  typed: string,
  fields: FormCall['fields'],
): Milestone | null {
  if (kind === 'stage') return { kind, roadmapId, topicId: id };
  const { min, max } = kind === 'streak' ? ROLE_LIMITS.days : ROLE_LIMITS.percent;
  const amount = /^\s*%?\s*(\d{1,4})\s*%?\s*$/.exec(typed)?.[1];
  const number = Number(amount ?? NaN);
  if (!(number >= min && number <= max)) return null;
  if (kind === 'streak') return { kind, days: number };
  const isProven = canProve && fields.getStringSelectValues(ROLE_FIELD.counts)[0] === 'proven';
  return { kind: isProven ? 'proven' : 'done', roadmapId, sectionId: id, percent: number };
}

/** Everything that a role can be given for: a streak, then the stages and sections of each roadmap of the group. */
async function milestoneChoices(call: Call): Promise<readonly Option[]> {
  const { roles: say } = call.words;
  const roadmaps = await followedHere(call);
  return [
    { label: say.chooseStreak, value: 'streak:days' },
    ...roadmaps.flatMap((roadmap) => {
      const of = roadmaps.length > 1 ? { description: plain(roadmap.tree.title) } : {};
      return [
        ...career(roadmap, new Map()).map(({ node }) => ({
          label: say.stage(plain(node.topic.title)),
          value: `stage:${node.id}`,
          ...of,
        })),
        ...headingsOf(roadmap)
          .filter(({ section }) => section.kind === 'track' && leavesIn(roadmap, section).length > 0)
          .map(({ id, path }) => ({ label: path.map(plain).join(' › '), value: `section:${id}`, ...of })),
      ];
    }),
  ];
}

async function followedHere({ app, guild, words, guildId }: Call): Promise<readonly LoadedRoadmap[]> {
  const ids = await followedByGuild(app.db, guildId ?? '', guild?.roadmapId ?? null);
  return loadRoadmaps(app, ids, words.locale);
}
