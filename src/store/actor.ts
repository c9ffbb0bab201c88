/** Which interaction, by whom and when (epoch ms), changes something. */
export interface Actor {
  readonly interactionId: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly at: number;
}
