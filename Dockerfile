# The service as an image, for a cluster of brokers elsewhere. Before: ./mvnw package. Without an engine: deploy/image.

FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
COPY target/room-service-*.jar room-service.jar
RUN java -Djarmode=tools -jar room-service.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /app
# Most stable first: a new version of the service sends only its last layers.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY deploy/java.options ./

# A short life of the service, so that each later start finds its classes loaded and linked. As deploy/aot does it.
RUN java @java.options -XX:AOTCacheOutput=room-service.aot -cp room-service.jar livechat.Training \
    && test -s room-service.aot \
    && rm -rf /tmp/*

# Nobody in particular: it may write to its data and to /tmp, where RocksDB unpacks its native library.
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
ENV LIVECHAT_DATA_DIR=/data
# RocksDB allocates from many threads; without a bound glibc keeps an arena of freed memory for each.
ENV MALLOC_ARENA_MAX=2
EXPOSE 3000 3001
# No shell between: SIGTERM has to reach Java.
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/room-service.aot", "-jar", "/app/room-service.jar"]
