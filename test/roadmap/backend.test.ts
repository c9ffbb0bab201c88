import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Section } from '../../src/roadmap/roadmap.ts';
import { sketch, text, topicsOf } from './sketch.ts';

const bundled = readRoadmap(
  readFileSync(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8'),
).roadmap;
const section = (key: string): Section | undefined => bundled.sections.find((one) => one.key === key);

describe('the bundled roadmap', () => {
  test('has these topics under these keys, to which progress belongs', () => {
    expect(sketch(bundled, ({ ticked, title, key }) => `${ticked ? 'x' : '-'} ${title} [${key}]`)).toBe(text`
      = Backend TODO
      Career Direction (career)
        - Backend [career-backend]
        - Backend Tez [career-backend-tez]
        - Computer Science Theory [career-theory]
        - Theory Tez [career-theory-tez]
        - Devops [career-devops]
        - Devops Tez [career-devops-tez]
        - Startup [career-startup]
      Tool Set (toolset)
        - System: Golang, C [tools-system]
        - OOP: Python [tools-oop]
        - Functional: Scala [tools-functional]
        - Scripting: JavaScript [tools-scripting]
      Main Roadmap (track)
        x Testing [testing]
        - Backend Frameworks [backend-frameworks]
        - Relational Databases [relational-databases]
        - NoSQL Databases [nosql-databases]
        - More on Databases [more-on-databases]
          - ORMs [orms]
          - ACID [acid]
          - Transactions [transactions]
          - N+1 Problem [n-plus-1]
          - Database Normalization [normalization]
          - Indexes how they work [indexes]
        - APIs [apis]
          - JSON [json]
          - REST [rest]
          - Authentication [authentication]
        - Caching [caching]
          - CDN [cdn]
          - Server Side [caching-server-side]
          - Client Side [caching-client-side]
        - CI/CD [ci-cd]
        - Design/Development Patterns [design-patterns]
          - SOLID [solid]
          - KISS [kiss]
          - YAGNI [yagni]
          - DRY [dry]
        - Architectural Patterns [architectural-patterns]
          - Monolithic Patterns [monolith]
          - Microservices [microservices]
          - SOA [soa]
          - CQRS and Event Sourcing [cqrs]
          - Serverless [serverless]
        - Search Engines [search-engines]
        - Message Brokers [message-brokers]
        - Containers vs Virtualization [containers-vs-virtualization]
        - GraphQL [graphql]
        - Graph Databases [graph-databases]
        - Web Sockets [web-sockets]
        - Web Servers [web-servers]
        - Scalability [scalability]
          - Migration Strategies [migration-strategies]
          - Horizontal vs Vertical Scaling [horizontal-vs-vertical]
          - Building with Observability [observability]
        - Web Security [web-security]
      Theory (track)
        - ✨ Algorithms & Data Structures [algorithms]
        - ✨ Databases [databases]
        - ✨ Languages & Compilers [compilers]
        - ✨ Operating Systems [operating-systems]
        - ✨ Computer Networking [computer-networking]
        - ✨ Cyber Security [cyber-security]
        - ✨ Computer Architecture [computer-architecture]
        - ✨ Artificial Intelligence [artificial-intelligence]
        - ✨ Graphics [graphics]
      Devops (track)
        - OS concepts [os-concepts]
          - Process Management [process-management]
          - Threads and Concurrency [threads]
          - Sockets [sockets]
          - POSIX basics [posix]
          - Networking Concepts [networking-concepts]
          - I/O management [io-management]
          - Virtualization [virtualization]
          - Memory/Storage [memory-storage]
          - File Systems [file-systems]
          - Service Management [service-management]
        - Administration Knowledge with an OS (Linux) [linux-administration]
        - Live in terminal [terminal]
          - tmux [tmux]
          - bash scripting [bash-scripting]
          - vim/emacs [vim-emacs]
          - Bash tools (awk, grep, ping, ps, etc.) [bash-tools]
        - Networking, Security and Protocols [protocols]
          - HTTP [http]
          - HTTPS [https]
          - FTP [ftp]
          - SSL/TLS [ssl-tls]
          - SSH [ssh]
          - Port Forwarding [port-forwarding]
        - What is and how to set up [set-up]
          - Reverse Proxy [reverse-proxy]
          - Forward Proxy [forward-proxy]
          - Caching Server [caching-server]
          - Load Balancer [load-balancer]
          - Firewall [firewall]
        - Web Server [web-server]
        - Infrastructure as Code [infrastructure-as-code]
          - Containers [containers]
          - Configuration Management [configuration-management]
          - Container Orchestration [container-orchestration]
          - Infrastructure Provisioning [infrastructure-provisioning]
          - Service Mesh [service-mesh]
        - CI/CD Tool [ci-cd-tool]
        - Monitoring software and infrastructure [monitoring]
          - Infrastructure Monitoring [infrastructure-monitoring]
          - Application Monitoring [application-monitoring]
          - Logs Management [logs-management]
        - Cloud Providers [cloud-providers]
        - Cloud Design Patterns [cloud-design-patterns]
          - Availability [cloud-availability]
          - Data Management [cloud-data-management]
          - Design and Implementation [cloud-design]
          - Management and Monitoring [cloud-management]
      Fast CRUD apps for skill showcasing (showcase)
        - Twitter clone [twitter-clone]
        - YouTube clone [youtube-clone]
        - Instagram clone [instagram-clone]
        - Medium clone [medium-clone]
        - Discord [discord-clone]
        - Pinterest [pinterest-clone]
    `);
  });

  test('has 117 topics in six lists, one of them ticked', () => {
    expect(bundled.sections.map((one) => topicsOf({ sections: [one] }).length)).toEqual([7, 4, 43, 9, 48, 6]);
    expect(topicsOf(bundled).filter(({ ticked }) => ticked)).toHaveLength(1);
  });

  test('has the four methods and the reference', () => {
    expect(bundled.notes).toEqual([
      'Practical Cheatcodes',
      'Feynman',
      'Project (small) (Python, Go)',
      'Tez\n- whole subjects (backend, frontend, etc.)\n- single theory subjects',
    ]);
    expect(bundled.resources).toEqual([{ label: 'Reference', url: 'https://roadmap.sh/backend' }]);
  });

  test.each([
    ['career-direction', [], []],
    ['tool-set', ['project'], []],
    ['main-roadmap', ['cheatcode', 'feynman', 'project'], ['tez']],
    ['theory', ['cheatcode', 'feynman', 'tez'], ['tez']],
    ['devops', ['cheatcode', 'feynman', 'project'], ['tez']],
    ['showcase', ['project'], []],
  ])('asks in %s for %j, and for %j on the whole', (key, methods, trackMethods) => {
    expect(section(key)).toMatchObject({ methods, trackMethods });
  });

  test('leads from the backend to a startup', () => {
    expect(section('career-direction')?.topics.map(({ stage }) => stage)).toEqual([
      { kind: 'track', track: 'main-roadmap' },
      { kind: 'tez', track: 'main-roadmap' },
      { kind: 'track', track: 'theory' },
      { kind: 'tez', track: 'theory' },
      { kind: 'track', track: 'devops' },
      { kind: 'tez', track: 'devops' },
      { kind: 'free' },
    ]);
  });

  test('gives every topic of a track something to read, of its own or of its children', () => {
    const bare = bundled.sections
      .filter(({ kind }) => kind === 'track')
      .flatMap((track) => topicsOf({ sections: [track] }))
      .filter(({ resources, children }) => resources.length === 0 && children.length === 0);
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  test('has no topic that needs one of a later track', () => {
    const order = new Map(
      bundled.sections.flatMap((one, at) =>
        topicsOf({ sections: [one] }).map(({ key }) => [key, at] as const),
      ),
    );
    const waiting = topicsOf(bundled).filter(({ key, needs }) =>
      needs.some((need) => Number(order.get(need)) > Number(order.get(key))),
    );
    expect(waiting).toEqual([]);
  });
});

/** Typing mistakes and unclear words in the original list, with their corrections. */
const MENDED: Readonly<Record<string, string>> = {
  'Carrer Direction': 'Career Direction',
  'Compsic Theory': 'Computer Science Theory',
  'Scripting: Javascript': 'Scripting: JavaScript',
  "API's": 'APIs',
  'Architectual Patterns': 'Architectural Patterns',
  'Building with Observality': 'Building with Observability',
  '✨ Artifical Intelligence': '✨ Artificial Intelligence',
  'Thread and Concurrency': 'Threads and Concurrency',
  'PSOSIX basics': 'POSIX basics',
  'Administration Knowledge with a OS (linux)': 'Administration Knowledge with an OS (Linux)',
  'Bash tools (awk, grep, ping, ps ..etc)': 'Bash tools (awk, grep, ping, ps, etc.)',
  'Infustructure as a Code': 'Infrastructure as Code',
  'Container Orchestiration': 'Container Orchestration',
  'Infustructure Provisioning': 'Infrastructure Provisioning',
  'Monitoring software and infustructure': 'Monitoring software and infrastructure',
  'Youtube clone': 'YouTube clone',
  'instagram clone': 'Instagram clone',
  'medium clone': 'Medium clone',
  discord: 'Discord',
  pinterest: 'Pinterest',
};

/** A line of a sketch with its title corrected. */
function mend(line: string): string {
  const parts = /^( *(?:[-x=] )?)(.*?)( \((?:track|career|toolset|showcase)\))?$/u.exec(line);
  const [, before = '', title = '', after = ''] = parts ?? [];
  return `${before}${MENDED[title] ?? title}${after}`;
}

describe('the original list', () => {
  const file = new URL('../../../shared/data/backend-todo.md', import.meta.url);
  const isThere = existsSync(file);

  test.skipIf(!isThere)(
    `reads as the same tree${isThere ? '' : ' (skipped: ../shared/data/backend-todo.md is not beside this folder)'}`,
    () => {
      const raw = readRoadmap(readFileSync(file, 'utf8')).roadmap;
      expect(sketch(raw).split('\n').map(mend).join('\n')).toBe(sketch(bundled));
      expect(raw.resources).toEqual(bundled.resources);
      expect(raw.notes).toHaveLength(bundled.notes.length);
    },
  );
});
