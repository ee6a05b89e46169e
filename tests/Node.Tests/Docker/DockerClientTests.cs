using System.Formats.Tar;
using System.Net;
using System.Text;
using ActorKube.NodeAgent.Docker;
using ActorKube.Tests.Engines;

namespace ActorKube.NodeAgent.Tests.Docker;

/// <summary>The calls of the client that the runtime's tests don't come to, on a real engine.</summary>
public sealed class DockerClientTests(EngineFixture engine) : IAsyncLifetime
{
    private readonly string _name = $"test-{Guid.NewGuid():n}";
    private DockerClient? _client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DockerClient Client => _client ?? throw new InvalidOperationException("not opened");

    public async ValueTask InitializeAsync()
    {
        _client = new DockerClient(DockerEndpoint.Parse(await engine.GetEndpointAsync()));
        await _client.ConnectAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in await Client.Containers.ListAsync([$"test={_name}"], CancellationToken.None))
        {
            await Client.Containers.RemoveAsync(container.Id, force: true, CancellationToken.None);
        }

        Client.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Ping_ARunningEngine_Answers() => await Client.PingAsync(Cancellation);

    [Fact(Timeout = 60_000)]
    public async Task Create_NameTaken_CarriesStatusAndTheEnginesMessage()
    {
        await CreateAsync("true");

        var e = await Assert.ThrowsAsync<DockerException>(() => CreateAsync("true"));

        Assert.Equal(HttpStatusCode.Conflict, e.StatusCode);
        Assert.Contains(_name, e.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Connect_NobodyListens_SaysWhere()
    {
        using var client = new DockerClient(DockerEndpoint.Parse("unix:///nonexistent/docker.sock"));

        var e = await Assert.ThrowsAsync<DockerException>(() => client.ConnectAsync(Cancellation));

        Assert.True(e.IsUnreachable);
        Assert.Contains("unix:///nonexistent/docker.sock", e.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wait_ContainerEnds_GivesItsCode()
    {
        var id = await CreateAsync("exit 9");
        await Client.Containers.StartAsync(id, Cancellation);

        Assert.Equal(9, await Client.Containers.WaitAsync(id, Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_Running_IsUnchanged()
    {
        var id = await CreateAsync("sleep 1000");
        await Client.Containers.StartAsync(id, Cancellation);

        Assert.True((await Assert.ThrowsAsync<DockerException>(() => Client.Containers.StartAsync(id, Cancellation))).IsUnchanged);
    }

    [Fact(Timeout = 60_000)]
    public async Task Top_Running_ShowsTheProcess()
    {
        var id = await CreateAsync("exec sleep 1234");
        await Client.Containers.StartAsync(id, Cancellation);

        var list = await Client.Containers.TopAsync(id, Cancellation);

        Assert.Contains("CMD", list.Titles);
        Assert.Contains(list.Processes, p => p[^1] == "sleep 1234");
    }

    [Fact(Timeout = 60_000)]
    public async Task Archive_PutAndGet_IsTheSameFile()
    {
        var id = await CreateAsync("true");
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "note") { DataStream = new MemoryStream("hello"u8.ToArray()) });
        }

        archive.Position = 0;
        await Client.Containers.PutArchiveAsync(id, "/tmp", archive, Cancellation);

        await using var back = await Client.Containers.GetArchiveAsync(id, "/tmp/note", Cancellation);
        await using var reader = new TarReader(back);
        var entry = await reader.GetNextEntryAsync(copyData: true, Cancellation);
        using var text = new StreamReader(entry!.DataStream!, Encoding.ASCII);
        Assert.Equal(("note", "hello"), (entry.Name, await text.ReadToEndAsync(Cancellation)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Image_TagAndRemove_ComesAndGoes()
    {
        await Client.Images.TagAsync(TestImage.Name, "actorkube/test", _name, Cancellation);
        var tagged = await Client.Images.InspectAsync($"actorkube/test:{_name}", Cancellation);
        await Client.Images.RemoveAsync($"actorkube/test:{_name}", force: false, Cancellation);

        Assert.Equal((await Client.Images.InspectAsync(TestImage.Name, Cancellation)).Id, tagged.Id);
        Assert.True((await Assert.ThrowsAsync<DockerException>(() => Client.Images.InspectAsync($"actorkube/test:{_name}", Cancellation))).IsNotFound);
    }

    [Fact(Timeout = 60_000)]
    public async Task Network_CreateInspectRemove_ComesAndGoes()
    {
        var id = await Client.Networks.CreateAsync(new NetworkSpec { Name = _name, Labels = new Dictionary<string, string> { ["test"] = _name } }, Cancellation);
        try
        {
            var network = await Client.Networks.InspectAsync(_name, Cancellation);
            Assert.Equal((id, _name, "bridge"), (network.Id, network.Name, network.Driver));
        }
        finally
        {
            await Client.Networks.RemoveAsync(id, CancellationToken.None);
        }

        Assert.True((await Assert.ThrowsAsync<DockerException>(() => Client.Networks.InspectAsync(_name, Cancellation))).IsNotFound);
    }

    private async Task<string> CreateAsync(string script)
    {
        var spec = new ContainerSpec { Image = TestImage.Name, Cmd = ["/bin/sh", "-c", script], Labels = new Dictionary<string, string> { ["test"] = _name } };
        return (await Client.Containers.CreateAsync(_name, spec, Cancellation)).Id;
    }
}
