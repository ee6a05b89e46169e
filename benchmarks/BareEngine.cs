using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks;

/// <summary>The container engine without anything in front of it: the reference that pods are measured against.</summary>
internal sealed class BareEngine : IDisposable
{
    public const string Image = "actorkube/bench:1";

    private const int AtATime = 8;
    private const string Label = "io.actorkube.bench";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = static async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint("/var/run/docker.sock"), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://engine/v1.41/"),
        Timeout = TimeSpan.FromMinutes(5),
    };

    /// <summary>Makes the image that both sides run: a static busybox.</summary>
    public async Task MakeImageAsync()
    {
        using var stream = new MemoryStream();
        await using (var tar = new System.Formats.Tar.TarWriter(stream, leaveOpen: true))
        {
            await tar.WriteEntryAsync("/bin/busybox", "bin/busybox");
            await tar.WriteEntryAsync(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.SymbolicLink, "bin/sleep") { LinkName = "busybox" });
        }

        stream.Position = 0;
        using var content = new StreamContent(stream);
        using var response = await _http.PostAsync("images/create?fromSrc=-&repo=actorkube/bench&tag=1", content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsStringAsync();
    }

    /// <summary>Creates and starts so many containers, eight at a time.</summary>
    public Task StartAsync(int count) => Load.RunAsync(AtATime, count, async _ =>
    {
        using var created = await _http.PostAsJsonAsync("containers/create", new JsonObject
        {
            ["Image"] = Image,
            ["Cmd"] = new JsonArray("sleep", "3600"),
            ["Labels"] = new JsonObject { [Label] = "1" },
        });
        created.EnsureSuccessStatusCode();
        var id = JsonNode.Parse(await created.Content.ReadAsStringAsync())!["Id"]!.ToString();
        using var started = await _http.PostAsync($"containers/{id}/start", null);
        started.EnsureSuccessStatusCode();
    });

    /// <summary>Kills one container of a pod, found by the label that the node agent gives it.</summary>
    public async Task KillAsync(string containerId)
    {
        using var response = await _http.PostAsync($"containers/{containerId}/kill?signal=KILL", null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Removes what <see cref="StartAsync"/> made.</summary>
    public async Task RemoveAllAsync()
    {
        var filters = Uri.EscapeDataString($$"""{"label":["{{Label}}"]}""");
        var all = JsonNode.Parse(await _http.GetStringAsync($"containers/json?all=true&filters={filters}"))!.AsArray();
        var ids = all.Select(c => c!["Id"]!.ToString()).ToArray();
        await Load.RunAsync(AtATime, ids.Length, async i =>
        {
            using var response = await _http.DeleteAsync($"containers/{ids[i]}?force=true");
            response.EnsureSuccessStatusCode();
        });
    }

    public void Dispose() => _http.Dispose();
}
