# Node 26 needs glibc 2.28 and libatomic, so this is a slim Debian and not Alpine.
FROM node:26-trixie-slim

WORKDIR /app
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/node-compile-cache
COPY package.json package-lock.json .npmrc ./
# The packages for pictures are optional, because not every platform has them. So are those that contain Node 26. The
# image already has Node 26, so they are removed again.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* && npm cache clean --force
COPY src src
COPY commands commands
# The proxy for several processes, see docs/scale.md.
COPY deploy/proxy deploy/proxy
COPY data/roadmaps data/roadmaps

RUN mkdir /progress && chown node:node /progress
VOLUME /progress
ENV DATABASE_PATH=/progress/roadmate.sqlite
# Docker restarts an ended container at once. If that cannot help, the bot waits so many seconds before it ends.
ENV EXIT_PAUSE=300
USER node

# Node itself, without a shell or npm in between, so that SIGTERM reaches the bot.
# A small nursery for new objects saves 20 to 60 MB, because a bot waits more than it works.
CMD ["node", "--max-semi-space-size=4", "src/main.ts"]
