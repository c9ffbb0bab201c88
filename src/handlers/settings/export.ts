import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Answer, tell } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { inTurns } from '../../roadmap/in-turns.ts';
import { personalData } from '../../store/members/personal-data.ts';
import { progressOf } from '../../store/progress/progress.ts';
import { proofFilesBy } from '../../store/proofs/personal-data.ts';
import { storedRoadmap } from '../../store/roadmaps/roadmaps.ts';
import { picturesBy } from '../../store/showcase/personal-data.ts';
import { exportedRoadmaps } from '../../study/exported-roadmaps.ts';
import { proofFiles } from '../../view/proofs/export.ts';
import {
  asManyAsFit,
  dataInSteps,
  type OwnRoadmap,
  roadmapFile,
} from '../../view/settings/personal-export.ts';
import type { MessageFile } from '../../view/components.ts';
import { exportView } from '../../view/settings/settings.ts';
import { pictureFiles } from '../../view/showcase/export.ts';

/** Discord's limit for one message. */
const MOST_FILES = 10;
/** The first file is the stored data, so one less is left for roadmaps. */
const MOST_ROADMAPS = MOST_FILES - 1;
/** A little less than the 10 MiB that Discord takes for a file; in bytes. */
const LARGEST = 9.5 * 1024 * 1024;

/**
 * Everything that is stored about a member, as files: the data, their roadmaps with their ticks, and their uploads.
 */
export async function exportAll(call: Call): Promise<Answer> {
  const { app, userId, now, words } = call;
  const data = await personalData(app.db, userId);
  const { own: made, followed } = data.roadmaps;
  const roadmapIds = exportedRoadmaps({
    ...data,
    chosen: [...followed.map(({ roadmap }) => roadmap), data.settings?.roadmapId ?? ''],
    own: made.map(({ roadmap }) => roadmap),
  }).slice(0, MOST_ROADMAPS);
  const own = await Promise.all(roadmapIds.map((id) => ownRoadmap(call, id)));
  const files = [await dataFile(await inTurns(dataInSteps(data, now)))];
  for (const roadmap of own.flat()) files.push(await inTurns(roadmapFile(roadmap)));
  const room = MOST_FILES - files.length;
  const more = [
    ...proofFiles(await proofFilesBy(app.db, userId, room)),
    ...pictureFiles(await picturesBy(app.db, userId, room)),
  ];
  return tell(exportView(words, [...files, ...asManyAsFit(more, room)]));
}

/** The data as a file; compressed if it is larger than the files that Discord takes. */
async function dataFile(json: string): Promise<MessageFile> {
  const content = Buffer.from(json);
  if (content.length <= LARGEST) return { name: 'roadmate.json', content };
  return { name: 'roadmate.json.gz', content: await promisify(gzip)(content) };
}

async function ownRoadmap({ app, userId }: Call, id: string): Promise<readonly OwnRoadmap[]> {
  const outline = await app.library.roadmap(app.db, id);
  const stored = await storedRoadmap(app.db, id);
  if (outline === null || stored === null) return [];
  const readAs = { untitled: stored.title, ...stored.readAs };
  return [{ outline, source: stored.source, readAs, progress: await progressOf(app.db, userId, id) }];
}
