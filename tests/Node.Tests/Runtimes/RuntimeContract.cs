using System.Text;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>
/// What every <see cref="IContainerRuntime"/> must do. A runtime is tested by deriving from this; <see cref="OpenAsync"/> gives a started one, of a node of its own,
/// that has <see cref="Image"/>. Everything that a test makes is purged after it, also when it fails.
/// </summary>
public abstract partial class RuntimeContract : IAsyncLifetime
{
    protected const string Image = ActorKube.Tests.Engines.TestImage.Name;

    private IContainerRuntime? _runtime;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IContainerRuntime Runtime => _runtime ?? throw new InvalidOperationException("not opened");

    public async ValueTask InitializeAsync() => _runtime = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_runtime is not null)
        {
            await _runtime.PurgeAsync(CancellationToken.None);
            await _runtime.DisposeAsync();
        }
    }

    protected abstract Task<IContainerRuntime> OpenAsync();

    protected static SandboxConfig NewPod(string name = "web-0") => new()
    {
        Pod = new PodIdentity("default", name, Guid.NewGuid().ToString()),
        Hostname = name,
    };

    protected static ContainerConfig NewContainer(IReadOnlyList<string>? command = null, int attempt = 0) => new()
    {
        Name = "main",
        Attempt = attempt,
        Image = Image,
        Command = command ?? Scripts.Serve,
        SpecHash = "abc123",
        Labels = new Dictionary<string, string> { ["team"] = "blue" },
    };

    /// <summary>A pod of one running container.</summary>
    protected async Task<(SandboxStatus Sandbox, string ContainerId)> RunAsync(SandboxConfig pod, ContainerConfig container)
    {
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, container, Cancellation);
        await Runtime.StartContainerAsync(id, Cancellation);
        return (sandbox, id);
    }

    protected async Task<ContainerStatus> StatusAsync(string containerId)
    {
        var status = await Runtime.GetContainerAsync(containerId, Cancellation);
        Assert.NotNull(status);
        return status;
    }

    protected async Task<string> LogAsync(string containerId, LogOptions? options = null)
    {
        var text = new StringBuilder();
        await foreach (var chunk in Runtime.ReadLogsAsync(containerId, options ?? new LogOptions(), Cancellation))
        {
            text.Append(Encoding.UTF8.GetString(chunk.Data.Span));
        }

        return text.ToString();
    }

    protected static async Task<RuntimeError> ErrorOf(Func<Task> action) => (await Assert.ThrowsAsync<RuntimeException>(action)).Error;

    [Fact]
    public async Task GetInfo_Started_TellsWhatANodeReports()
    {
        var info = await Runtime.GetInfoAsync(Cancellation);

        Assert.NotEmpty(info.Version);
        Assert.Equal($"{info.Name}://{info.Version}", info.RuntimeVersion);
        Assert.True(info.Cpus > 0 && info.MemoryBytes > 0);
        Assert.Contains(info.Architecture, new[] { "amd64", "arm64" });
    }

    [Fact]
    public async Task GetImage_NotOnThisHost_IsNull() => Assert.Null(await Runtime.GetImageAsync("actorkube/none:0", Cancellation));

    [Fact]
    public async Task GetImage_ByNameAndById_IsTheSame()
    {
        var image = await Runtime.GetImageAsync(Image, Cancellation);

        Assert.NotNull(image);
        Assert.Contains(Image, image.Tags);
        Assert.Equal(image.Id, (await Runtime.GetImageAsync(image.Id, Cancellation))?.Id);
        Assert.Contains(await Runtime.ListImagesAsync(Cancellation), i => i.Id == image.Id);
    }

    [Fact]
    public async Task RemoveImage_Absent_IsNoError() => await Runtime.RemoveImageAsync("actorkube/none:0", Cancellation);

    [Fact]
    public async Task Purge_WithPods_LeavesNothing()
    {
        await RunAsync(NewPod("a"), NewContainer());
        await RunAsync(NewPod("b"), NewContainer());

        await Runtime.PurgeAsync(Cancellation);

        Assert.Empty(await Runtime.ListSandboxesAsync(Cancellation));
        Assert.Empty(await Runtime.ListContainersAsync(Cancellation));
    }
}
