# Nectar in one image: page, API, keepers and the embedded network. No Rust: the contracts' and the host's wasm are in the repository.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish Nectar.Web/Nectar.Web.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown app /data
USER app
ENV API_PORT=8080 NECTAR_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# The image has no curl: bash opens the connection itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$API_PORT && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "Nectar.Web.dll"]
