# syntax=docker/dockerfile:1
# A shop's image: what a Dockerfile is made of.
ARG NODE_VERSION=20
ARG REGISTRY=docker.io

FROM ${REGISTRY}/node:${NODE_VERSION}-alpine AS build
LABEL maintainer="shop@example.com" \
      org.opencontainers.image.title='shop' \
      version="1.0"
ENV NODE_ENV=production PATH=/opt/bin:$PATH
ENV LEGACY_NAME some value
ARG NPM_TOKEN
WORKDIR /src
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
COPY package.json package-lock.json ./
COPY --chown=node:node . .
ADD https://example.com/archive.tar.gz /tmp/
RUN apk add --no-cache curl git && \
    rm -rf /var/cache/apk/*
RUN npm config set //packages.example.com/:_authToken=$NPM_TOKEN \
  && npm ci --only=production \
  && npm run build || exit 1
RUN --mount=type=cache,target=/cache/npm npm test
RUN ["npm", "prune", "--production"]
RUN curl -sSL https://example.com/install.sh | sh
RUN cd /tmp && wget --no-check-certificate https://example.com/tool && chmod 777 tool
RUN if [ "$NODE_ENV" = "production" ]; then echo "production"; else echo "other"; fi
RUN for name in a b c; do mkdir -p "/data/$name"; done
RUN echo "root:hunter2" | chpasswd

FROM python:latest AS tools
RUN pip install --trusted-host pypi.org requests==2.0 && pip install -r requirements.txt
RUN apt-get update && apt-get install -y \
    build-essential \
    openssh-server
ENV PASSWORD="hunter2" \
    DEBUG=true
VOLUME /var/lib/shop
EXPOSE 22

FROM scratch AS empty
COPY --from=build /src/LICENSE /LICENSE

FROM --platform=linux/amd64 nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
LABEL stage=final
ARG VERSION="1.2.3"
ENV APP_VERSION=${VERSION:-dev}
COPY --from=build --chown=nginx:nginx /src/dist /usr/share/nginx/html
COPY --from=tools /usr/bin/openssl /usr/bin/
COPY ["file with spaces.txt", "/etc/shop/"]
COPY nginx.conf /etc/nginx/nginx.conf
ADD --chown=root:root secrets.tar /etc/secrets/
RUN addgroup -S shop && adduser -S shop -G shop
RUN sudo chown -R shop /etc/shop; \
    ln -s /etc/shop /shop
EXPOSE 80 443/tcp 8125/udp
VOLUME ["/data", "/logs"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=3s CMD curl -f http://localhost/ || exit 1
ONBUILD RUN echo "built on"
USER root
WORKDIR app
ENTRYPOINT ["/docker-entrypoint.sh", "--config"]
CMD ["nginx", "-g", "daemon off;"]

FROM alpine
HEALTHCHECK NONE
USER 1000:1000
ENTRYPOINT exec top -b
CMD echo "started $APP_VERSION"
