using System.Globalization;
using ActorKube.Host.Launcher.Databases;
using ActorKube.Tests.Ports;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>A test of several hosts that the launcher starts, without containers; nothing is left of them.</summary>
public abstract class ManyHostsTest : IAsyncLifetime
{
    // Of APIs, and from 50 on those of the hosts among each other.
    private const int Ports = 54;

    // A folder that the launcher makes, in one that the test does.
    private readonly TemporaryDirectory _directory = new();

    private protected ManyHostsTest() => Launcher = new LauncherProgram(Data, static () => null);

    private protected LauncherProgram Launcher { get; }

    private protected string Data => Path.Combine(Folder, "data");

    /// <summary>Goes with the test.</summary>
    private protected string Folder => _directory.Path;

    private protected DatabasePlace Place => DatabasePlace.Of(Data, Environment.IsPrivilegedProcess);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Launcher.TryAsync("down", "--purge");
        _directory.Dispose();
    }

    /// <summary>From nothing; what <c>up</c> says.</summary>
    private protected Task<string> UpAsync(int hosts) => Launcher.OkAsync(
        "up", "--hosts", hosts.ToString(CultureInfo.InvariantCulture), "--runtime", "simulated", "--port", FreePorts.Row(Ports).ToString(CultureInfo.InvariantCulture));
}
