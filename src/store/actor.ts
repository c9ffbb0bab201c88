/** Who changes something, by which interaction, and when (epoch ms). */
export interface Actor {
  readonly interactionId: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly at: number;
}
