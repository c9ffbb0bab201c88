import type { LocalDiscord } from '../discord.ts';
import { setScene, type Cast } from '../web/cast.ts';

export const DEMO_END = Date.UTC(2026, 10, 20, 8, 30);
export const setDemoScene = (discord: LocalDiscord): Cast => setScene(discord);
export async function seedDemo(): Promise<void> {}
