import type { FieldProblem, Problem } from './problems.ts';

type Limits<P extends { readonly kind: string }> = Readonly<Record<P['kind'], (limit: number) => string>>;

const problem: Limits<Problem> = {
  required: () => 'This option is required. Specify a value.',
  'not a choice': () => 'Choose one of the values in the list.',
  'not a number': () => 'Type a number.',
  'not whole': () => 'Type a whole number.',
  'too small': (limit) => `The value must be ${limit} or more.`,
  'too large': (limit) => `The value must be ${limit} or less.`,
  'too short': (limit) => `Type at least ${limit} characters.`,
  'too long': (limit) => `Type at most ${limit} characters.`,
};

const fieldProblem: Limits<FieldProblem> = {
  required: () => 'This field is required.',
  'too short': (limit) => `Write at least ${limit} characters.`,
  'too long': (limit) => `Write at most ${limit} characters.`,
  'too few': (limit) => `Choose at least ${limit}.`,
  'too many': (limit) => `Choose at most ${limit}.`,
};

/** Discord's own words, in the language of the person who looks. The playground's own controls stay English. */
const en = {
  onlyYou: 'Only you can see this',
  dismiss: 'Dismiss message',
  thinking: (bot: string) => `${bot} is thinking…`,
  noResponse: 'The application did not respond',
  interactionFailed: 'This interaction failed',
  edited: '(edited)',
  app: 'APP',
  used: 'used',
  cancel: 'Cancel',
  submit: 'Submit',
  closed: 'You do not have permission to send messages in this channel.',
  problem,
  modalFailed: 'Something went wrong. Try again.',
  fieldProblem,
  status: {
    loading: 'Loading options…',
    failed: 'Loading options failed.',
    'no matches': 'No options match your search.',
    'no commands': 'No command matches.',
  },
  optional: 'optional',
  messageTo: (place: string) => `Message ${place}`,
  beginning: (place: string) => `Welcome to ${place}!`,
  today: 'Today',
  yesterday: 'Yesterday',
  newMessages: 'New',
  choose: 'Make a selection',
  spoiler: 'Spoiler',
  yes: 'True',
  no: 'False',
  upload: 'Upload a file',
  dropFiles: (most: number) =>
    most === 1 ? 'Drop a file here or browse' : `Drop files here or browse (${most} at most)`,
  removeFile: (name: string) => `Remove ${name}`,
  viewThread: 'See thread',
  startedThread: (name: string) => `started a thread: ${name}`,
  apps: 'Apps',
  members: 'Members',
  noApps: 'There are no apps to use here.',
};

type Words = typeof en;

const tr: Words = {
  onlyYou: 'Bunu sadece sen görebilirsin',
  dismiss: 'Mesajı gizle',
  thinking: (bot) => `${bot} düşünüyor…`,
  noResponse: 'Uygulama yanıt vermedi',
  interactionFailed: 'Bu etkileşim başarısız oldu',
  edited: '(düzenlendi)',
  app: 'UYGULAMA',
  used: 'kullandı:',
  cancel: 'İptal',
  submit: 'Gönder',
  closed: 'Bu kanala mesaj gönderme iznin yok.',
  problem: {
    required: () => 'Bu seçenek gerekli. Bir değer gir.',
    'not a choice': () => 'Listeden bir değer seç.',
    'not a number': () => 'Bir sayı yaz.',
    'not whole': () => 'Bir tam sayı yaz.',
    'too small': (limit) => `Değer en az ${limit} olmalı.`,
    'too large': (limit) => `Değer en fazla ${limit} olabilir.`,
    'too short': (limit) => `En az ${limit} karakter yaz.`,
    'too long': (limit) => `En fazla ${limit} karakter yaz.`,
  },
  modalFailed: 'Bir şeyler ters gitti. Tekrar dene.',
  fieldProblem: {
    required: () => 'Bu alan gerekli.',
    'too short': (limit) => `En az ${limit} karakter yaz.`,
    'too long': (limit) => `En fazla ${limit} karakter yaz.`,
    'too few': (limit) => `En az ${limit} tane seç.`,
    'too many': (limit) => `En fazla ${limit} tane seç.`,
  },
  status: {
    loading: 'Seçenekler yükleniyor…',
    failed: 'Seçenekler yüklenemedi.',
    'no matches': 'Aramanla eşleşen seçenek yok.',
    'no commands': 'Eşleşen komut yok.',
  },
  optional: 'isteğe bağlı',
  messageTo: (place) => `${place} kanalına mesaj gönder`,
  beginning: (place) => `${place} kanalına hoş geldin!`,
  today: 'Bugün',
  yesterday: 'Dün',
  newMessages: 'Yeni',
  choose: 'Seçim yap',
  spoiler: 'Sürprizbozan',
  yes: 'Doğru',
  no: 'Yanlış',
  upload: 'Dosya yükle',
  dropFiles: (most) =>
    most === 1
      ? 'Bir dosyayı buraya bırak veya göz at'
      : `Dosyaları buraya bırak veya göz at (en fazla ${most} tane)`,
  removeFile: (name) => `${name} dosyasını kaldır`,
  viewThread: 'Alt başlığı gör',
  startedThread: (name) => `bir alt başlık başlattı: ${name}`,
  apps: 'Uygulamalar',
  members: 'Üyeler',
  noApps: 'Burada kullanılacak uygulama yok.',
};

export const wordsFor = (locale: string): Words => (locale === 'tr' ? tr : en);
