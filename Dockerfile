# The platform in a container, serving on all interfaces:
#
#   docker build -t spyglass .
#   docker run --rm -p 8000:8000 -v "$PWD/data:/home/spyglass/data" spyglass demo
#
# Written where no container engine was at hand, so it has not been built there; if a step fails,
# please open an issue with its output.

FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY core core
COPY app app
COPY bench/pom.xml bench/pom.xml
COPY web web
RUN mvn -B -pl app -am -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --create-home spyglass
WORKDIR /opt/spyglass
COPY --from=build /build/app/target/spyglass-app.jar ./
COPY --from=build /build/app/target/lib lib
# The same training as the launcher's: it loads the classes that a start needs.
RUN java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
      -XX:AOTCacheOutput=spyglass.aot -cp spyglass-app.jar io.spyglass.cli.Spyglass warm-up
USER spyglass
WORKDIR /home/spyglass
RUN mkdir data
ENV HOST=0.0.0.0
EXPOSE 8000
VOLUME /home/spyglass/data
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCache=/opt/spyglass/spyglass.aot", \
  "-Xlog:aot=off", "-Xlog:cds=off", \
  "-cp", "/opt/spyglass/spyglass-app.jar", "io.spyglass.cli.Spyglass"]
CMD ["serve"]
