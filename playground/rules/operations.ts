import { schemaNamed, type Schema } from './description.ts';

/** An operation of Discord's API description: its request, and its answers by status. Null means an empty body. */
export interface Operation {
  method: string;
  template: string;
  request: Schema | null;
  answers: ReadonlyMap<number, Schema | null>;
}

const CHANNEL =
  'GuildChannelResponse | PrivateChannelResponse | PrivateGroupChannelResponse | ThreadResponse';
const EVENT = 'ExternalScheduledEventResponse | StageScheduledEventResponse | VoiceScheduledEventResponse';
const NEW_EVENT =
  'ExternalScheduledEventCreateRequest | StageScheduledEventCreateRequest | VoiceScheduledEventCreateRequest';
const EVENT_CHANGE = [
  'ExternalScheduledEventPatchRequestPartial',
  'StageScheduledEventPatchRequestPartial',
  'VoiceScheduledEventPatchRequestPartial',
].join(' | ');
const CALLBACK = [
  'ApplicationCommandAutocompleteCallbackRequest',
  'CreateMessageInteractionCallbackRequest',
  'LaunchActivityInteractionCallbackRequest',
  'ModalInteractionCallbackRequest',
  'PongInteractionCallbackRequest',
  'SocialLayerSKUPurchaseEligibilityInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
].join(' | ');
const CHANNEL_CHANGE =
  'UpdateDMRequestPartial | UpdateGroupDMRequestPartial | UpdateGuildChannelRequestPartial | UpdateThreadRequestPartial';

/** Method, path, schema of the request, and schema of the answer by status, as the description joins them. */
export const table: readonly (readonly [
  string,
  string,
  string | null,
  Readonly<Record<number, string | null>>,
])[] = [
  ['GET', '/gateway', null, { 200: 'GatewayResponse' }],
  ['GET', '/gateway/bot', null, { 200: 'GatewayBotResponse' }],
  ['GET', '/applications/@me', null, { 200: 'PrivateApplicationResponse' }],
  ['GET', '/oauth2/applications/@me', null, { 200: 'PrivateApplicationResponse' }],
  ['GET', '/users/@me', null, { 200: 'UserPIIResponse' }],
  ['GET', '/users/@me/guilds', null, { 200: 'MyGuildResponse[]' }],
  ['GET', '/users/{user_id}', null, { 200: 'UserResponse' }],
  [
    'POST',
    '/users/@me/channels',
    'CreatePrivateChannelRequest',
    { 200: 'PrivateChannelResponse | PrivateGroupChannelResponse' },
  ],
  ...['/applications/{application_id}', '/applications/{application_id}/guilds/{guild_id}'].flatMap(
    commandsUnder,
  ),
  ['GET', '/channels/{channel_id}', null, { 200: CHANNEL }],
  ['PATCH', '/channels/{channel_id}', CHANNEL_CHANGE, { 200: CHANNEL }],
  ['DELETE', '/channels/{channel_id}', null, { 200: CHANNEL }],
  ['POST', '/channels/{channel_id}/typing', null, { 200: 'TypingIndicatorResponse', 204: null }],
  ['GET', '/channels/{channel_id}/messages', null, { 200: 'MessageResponse[]' }],
  ['POST', '/channels/{channel_id}/messages', 'MessageCreateRequest', { 200: 'MessageResponse' }],
  ['GET', '/channels/{channel_id}/messages/pins', null, { 200: 'PinnedMessagesResponse' }],
  ['PUT', '/channels/{channel_id}/messages/pins/{message_id}', null, { 204: null }],
  ['DELETE', '/channels/{channel_id}/messages/pins/{message_id}', null, { 204: null }],
  ['GET', '/channels/{channel_id}/messages/{message_id}', null, { 200: 'MessageResponse' }],
  [
    'PATCH',
    '/channels/{channel_id}/messages/{message_id}',
    'MessageEditRequestPartial',
    { 200: 'MessageResponse' },
  ],
  ['DELETE', '/channels/{channel_id}/messages/{message_id}', null, { 204: null }],
  ['PUT', '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me', null, { 204: null }],
  ['DELETE', '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me', null, { 204: null }],
  [
    'POST',
    '/channels/{channel_id}/messages/{message_id}/threads',
    'CreateTextThreadWithMessageRequest',
    { 201: 'ThreadResponse' },
  ],
  [
    'POST',
    '/channels/{channel_id}/threads',
    'CreateForumThreadRequest | CreateTextThreadWithoutMessageRequest',
    { 201: 'CreatedThreadResponse' },
  ],
  ['GET', '/channels/{channel_id}/thread-members', null, { 200: 'ThreadMemberResponse[]' }],
  ['PUT', '/channels/{channel_id}/thread-members/@me', null, { 204: null }],
  ['PUT', '/channels/{channel_id}/thread-members/{user_id}', null, { 204: null }],
  ['GET', '/guilds/{guild_id}', null, { 200: 'GuildWithCountsResponse' }],
  ['GET', '/guilds/{guild_id}/channels', null, { 200: `(${CHANNEL})[]` }],
  ['GET', '/guilds/{guild_id}/roles', null, { 200: 'GuildRoleResponse[]' }],
  ['GET', '/guilds/{guild_id}/members', null, { 200: 'GuildMemberResponse[]' }],
  ['GET', '/guilds/{guild_id}/members/{user_id}', null, { 200: 'GuildMemberResponse' }],
  ['PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', null, { 204: null }],
  ['DELETE', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', null, { 204: null }],
  ['GET', '/guilds/{guild_id}/scheduled-events', null, { 200: `(${EVENT})[]` }],
  ['POST', '/guilds/{guild_id}/scheduled-events', NEW_EVENT, { 200: EVENT }],
  ['GET', '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}', null, { 200: EVENT }],
  ['PATCH', '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}', EVENT_CHANGE, { 200: EVENT }],
  ['DELETE', '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}', null, { 204: null }],
  [
    'GET',
    '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users',
    null,
    { 200: 'ScheduledEventUserResponse[]' },
  ],
  ['GET', '/guilds/{guild_id}/threads/active', null, { 200: 'ThreadsResponse' }],
  [
    'POST',
    '/interactions/{interaction_id}/{interaction_token}/callback',
    CALLBACK,
    { 200: 'InteractionCallbackResponse', 204: null },
  ],
  [
    'POST',
    '/webhooks/{webhook_id}/{webhook_token}',
    'IncomingWebhookRequestPartial | IncomingWebhookUpdateRequestPartial',
    { 200: 'MessageResponse', 204: null },
  ],
  ...['@original', '{message_id}'].flatMap(webhookMessage),
];

type Row = (typeof table)[number];

function commandsUnder(owner: string): Row[] {
  const one = 'ApplicationCommandResponse';
  const list = `${owner}/commands`;
  const item = `${list}/{command_id}`;
  return [
    ['GET', list, null, { 200: `${one}[]` }],
    ['PUT', list, 'ApplicationCommandUpdateRequest[]', { 200: `${one}[]` }],
    ['POST', list, 'ApplicationCommandCreateRequest', { 200: one, 201: one }],
    ['GET', item, null, { 200: one }],
    ['PATCH', item, 'ApplicationCommandPatchRequestPartial', { 200: one }],
    ['DELETE', item, null, { 204: null }],
  ];
}

function webhookMessage(message: string): Row[] {
  const path = `/webhooks/{webhook_id}/{webhook_token}/messages/${message}`;
  return [
    ['GET', path, null, { 200: 'MessageResponse' }],
    ['PATCH', path, 'IncomingWebhookUpdateRequestPartial', { 200: 'MessageResponse' }],
    ['DELETE', path, null, { 204: null }],
  ];
}

const operations: readonly (Operation & { parts: readonly string[] })[] = table.map(
  ([method, template, request, answers]) => ({
    method,
    template,
    parts: template.split('/'),
    request: request === null ? null : schemaNamed(request),
    answers: new Map(
      Object.entries(answers).map(([status, name]) => [
        Number(status),
        name === null ? null : schemaNamed(name),
      ]),
    ),
  }),
);

const isParameter = (part: string): boolean => part.startsWith('{');

/** The operation of a request, with the ids of its path by name. Fixed words are tried before parameters. */
export function findOperation(
  method: string,
  path: string,
): { operation: Operation; parameters: Record<string, string> } | null {
  const parts = path.split('/');
  const [found] = operations
    .filter(
      (operation) =>
        operation.method === method.toUpperCase() &&
        operation.parts.length === parts.length &&
        operation.parts.every((part, at) => part === parts[at] || (isParameter(part) && parts[at] !== '')),
    )
    .toSorted((a, b) => a.parts.filter(isParameter).length - b.parts.filter(isParameter).length);
  if (found === undefined) return null;
  const parameters: Record<string, string> = {};
  for (const [at, part] of found.parts.entries()) {
    if (isParameter(part)) parameters[part.slice(1, -1)] = parts[at] ?? '';
  }
  return { operation: found, parameters };
}
