import type { PictureType } from '../../files/picture.ts';
import type { ShowcaseData } from '../../store/showcase/personal-data.ts';
import type { Picture } from '../../store/showcase/submissions.ts';
import type { MessageFile } from '../components.ts';
import { PICTURE_EXTENSIONS } from './gallery.ts';

/** A member's apps and applause, for their export. `time`: writes an instant (epoch ms). */
export function exportedShowcase(showcase: ShowcaseData, time: (at: number | null) => string | null) {
  return {
    apps: showcase.apps.map(({ invitedAt, joinedAt, shown, ...app }) => ({
      ...app,
      invited: time(invitedAt),
      joined: time(joinedAt),
      shown: shown === null ? null : shownApp(app, shown, time),
    })),
    applause: showcase.applause.map(({ at: when, ...app }) => ({ ...app, at: time(when) })),
  };
}

/** The pictures of apps, each with its own name. */
export function pictureFiles(
  pictures: readonly (Picture & { readonly buildId: string; readonly key: string })[],
): readonly MessageFile[] {
  return pictures.map(({ buildId, key, type, bytes }) => ({
    name: appPictureName(key, buildId, type),
    content: bytes,
  }));
}

function shownApp(
  { key, buildId }: Pick<ShowcaseData['apps'][number], 'key' | 'buildId'>,
  { submittedAt, updatedAt, picture, ...shown }: NonNullable<ShowcaseData['apps'][number]['shown']>,
  time: (at: number | null) => string | null,
) {
  return {
    ...shown,
    submitted: time(submittedAt),
    updated: time(updatedAt),
    picture: picture === null ? null : { file: appPictureName(key, buildId, picture.type), alt: picture.alt },
  };
}

/** Two servers may have the same app, so its id makes the name its own. */
function appPictureName(key: string, buildId: string, type: PictureType): string {
  return `${key.replaceAll(/[^\w-]/g, '_')}-${buildId}.${PICTURE_EXTENSIONS[type]}`;
}
