# Node 26 wants glibc 2.28 and libatomic: a slim Debian, not Alpine.
FROM node:26-trixie-slim

WORKDIR /app
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/node-compile-cache
COPY package.json package-lock.json .npmrc ./
# Pictures need packages that are optional, as not every platform has them. So do those that would bring Node 26, which
# this image is already: they are taken out again.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* && npm cache clean --force
COPY src src
COPY commands commands
COPY data/roadmaps data/roadmaps

RUN mkdir /progress && chown node:node /progress
VOLUME /progress
ENV DATABASE_PATH=/progress/roadmate.sqlite
# Docker starts an ended container again at once; where that cannot help, the bot waits so many seconds before it ends.
ENV EXIT_PAUSE=300
USER node

# Node itself, without a shell or npm in between, so that SIGTERM reaches the bot.
# A small nursery for new objects: a bot waits more than it works, and this saves it 20 to 60 MB.
CMD ["node", "--max-semi-space-size=4", "src/main.ts"]
