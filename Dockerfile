# syntax=docker/dockerfile:1
# The image holds the output of `npm run build` and the few packages outside it, and runs as an ordinary user.
# Node 24.18.1, as docker-library/repo-info recorded this tag on 30 July 2026; docs/deploy.md says when and how to renew it.
FROM node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
COPY tools ./tools
COPY content ./content
COPY models ./models
COPY cards ./cards
RUN npm run build
RUN npm run image-modules

FROM node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7
ENV NODE_ENV=production PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/dist/modules ./node_modules
COPY --from=build /app/dist/content ./dist/content
COPY --from=build /app/dist/web-page ./dist/web-page
COPY --from=build /app/dist/server ./dist/server
COPY --from=build /app/models ./models
COPY --from=build /app/content ./content
COPY --from=build /app/cards ./cards
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A small young generation saves 23 MB and costs 4 % of the questions a second; docs/performance.md.
CMD ["node", "--max-semi-space-size=4", "dist/server/main.js"]
