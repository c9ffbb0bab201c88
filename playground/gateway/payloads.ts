import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { z } from 'zod';

/** The most members that a client may ask for by id in one request. */
export const MEMBERS_ASKED = 100;

/** What a client may send over the Gateway. */
const payload = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Op.Heartbeat), d: z.int().nullable() }),
  z.object({
    op: z.literal(Op.Identify),
    d: z.object({
      token: z.string(),
      intents: z.int(),
      properties: z.looseObject({}),
      compress: z.boolean().optional(),
      shard: z.tuple([z.int(), z.int()]).optional(),
    }),
  }),
  z.object({
    op: z.literal(Op.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({ op: z.literal(Op.PresenceUpdate), d: z.looseObject({ status: z.string() }) }),
  z.object({ op: z.literal(Op.VoiceStateUpdate), d: z.looseObject({ guild_id: z.string() }) }),
  z.object({
    op: z.literal(Op.RequestGuildMembers),
    d: z.object({
      guild_id: z.string(),
      /** Discord documents 100 as the limit. */
      user_ids: z.union([z.string(), z.array(z.string()).max(MEMBERS_ASKED)]).optional(),
      query: z.string().optional(),
      limit: z.int().optional(),
      nonce: z.string().optional(),
    }),
  }),
]);

export type Payload = z.infer<typeof payload>;
export type Identify = Extract<Payload, { op: Op.Identify }>['d'];
export type Resume = Extract<Payload, { op: Op.Resume }>['d'];
export type MembersQuery = Extract<Payload, { op: Op.RequestGuildMembers }>['d'];

const KNOWN: ReadonlySet<unknown> = new Set(payload.options.map((option) => option.shape.op.value));

/** Reads what a client sent. If it cannot be read, the result says which of two mistakes the client made. */
export function readPayload(data: Buffer): Payload | 'unknown opcode' | 'not decoded' {
  let json: unknown;
  try {
    json = JSON.parse(data.toString('utf8'));
  } catch {
    return 'not decoded';
  }
  const read = payload.safeParse(json);
  if (read.success) return read.data;
  const isUnknown = typeof json === 'object' && json !== null && 'op' in json && !KNOWN.has(json.op);
  return isUnknown ? 'unknown opcode' : 'not decoded';
}
