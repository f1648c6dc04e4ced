# One file for every service: docker build --build-arg MODULE=call-origination-service .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q package -DskipTests
ARG MODULE
RUN java -Djarmode=tools -jar ${MODULE}/target/${MODULE}-*.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
ARG PACKAGES=""
RUN if [ -n "$PACKAGES" ]; then \
      apt-get update && apt-get install -y --no-install-recommends $PACKAGES && rm -rf /var/lib/apt/lists/*; fi \
    && useradd --system --uid 10001 --no-create-home tablecall
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
RUN ln -s /app/*.jar /app/service.jar
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -Dreactor.netty.ioWorkerCount=2 -Djava.io.tmpdir=/tmp"
ENTRYPOINT ["java", "-jar", "service.jar"]
