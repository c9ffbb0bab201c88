import { channelJson } from '../state/channels.ts';
import { privateChannel } from '../state/people.ts';
import { refusals } from '../state/refused.ts';
import { bodyOf, ok, type Call, type Handler } from './call.ts';

export const getGateway: Handler = ({ world }) => ok({ url: gatewayUrl(world.origin) });

/** The recommended number of shards: the given one, or one for each thousand servers as Discord does. */
export const getGatewayBot: Handler = ({ world }) =>
  ok({
    url: gatewayUrl(world.origin),
    shards:
      world.recommendedShards ??
      Math.max(1, Math.ceil([...world.guilds.values()].filter((guild) => guild.hasBot).length / 1000)),
    session_start_limit: world.sessionStartLimit(),
  });

function gatewayUrl(origin: string): string {
  return `${origin.replace('http', 'ws')}/gateway`;
}

export const getMe: Handler = ({ world }) =>
  ok({
    ...world.bot.json,
    bio: '',
    mfa_enabled: false,
    locale: 'en-US',
    premium_type: 0,
    email: null,
    verified: true,
  });

export const getUser: Handler = ({ world }, id) => {
  const user = world.users.get(id ?? '');
  if (!user) throw refusals.unknownUser();
  return ok(user.json);
};

export const getApplication: Handler = (call) => ok(application(call));

function application({ world }: Call) {
  const { id, name } = world.application;
  const owner = [...world.users.values()].find((user) => user !== world.bot) ?? world.bot;
  return {
    id,
    name,
    icon: null,
    description: '',
    type: null,
    bot: world.bot.json,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { '0': {}, '1': {} },
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: owner.json,
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.hasBot).length,
    approximate_user_install_count: [...world.users.values()].filter((user) => user.installed).length,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}

export const getMyGuilds: Handler = ({ world }) =>
  ok(
    [...world.guilds.values()]
      .filter((guild) => guild.hasBot)
      .map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: '0',
        features: [],
      })),
  );

/** Opens (or finds) the conversation with a person. */
export const openPrivateChannel: Handler = (call) => {
  const { recipient_id: id } = bodyOf<{ recipient_id?: string }>(call);
  const user = call.world.users.get(id ?? '');
  if (!user) {
    throw refusals.form('recipient_id', 'INVALID_USER', 'Unknown user', 'a person that exists');
  }
  if (user === call.world.bot) throw refusals.noDms();
  return ok(channelJson(privateChannel(call.world, user)));
};
