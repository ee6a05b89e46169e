using System.Net;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 10_000)]
    public void Settings_OfASharedHost_AreRememberedForItsOwnerOnly()
    {
        var settings = new HostSettings
        {
            DataDirectory = _directory.Path,
            Journal = "postgres:Host=db",
            Token = "0123456789abcdef",
            NodeName = "host-7",
            Port = 1234,
            Advertise = new IPEndPoint(IPAddress.Parse("192.0.2.7"), 1235),
            Labels = new Dictionary<string, string> { ["zone"] = "a" },
            RestartGrace = TimeSpan.FromSeconds(2.5),
            FenceAfter = TimeSpan.FromMinutes(1),
            Listen = IPAddress.Loopback,
            Runtime = "simulated",
            NodePools = ["count=3,cpu=4"],
        };

        SettingsFile.Write(settings);

        var read = SettingsFile.Read(_directory.Path)!;
        Assert.Equal(settings.Labels, read.Labels);
        Assert.Equal(settings.NodePools, read.NodePools);
        Assert.Equal(settings, read with { Labels = settings.Labels, NodePools = settings.NodePools });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SettingsFile.PathIn(_directory.Path)));
    }

    [Fact(Timeout = 10_000)]
    public void Settings_OfAnEarlierVersionOrAMovedFolder_GetTheRestByDefault()
    {
        File.WriteAllText(SettingsFile.PathIn(_directory.Path), """{"port":7000,"runtime":"simulated","dataDirectory":"/elsewhere"}""");

        var read = SettingsFile.Read(_directory.Path)!;
        Assert.Equal(new HostSettings { DataDirectory = _directory.Path, Port = 7000, Runtime = "simulated", Labels = read.Labels }, read);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"advertise":"nowhere"}""")]
    public void Settings_Damaged_AreSaidToBe(string text)
    {
        File.WriteAllText(SettingsFile.PathIn(_directory.Path), text);

        Assert.Contains("is damaged", Assert.Throws<InvalidDataException>(() => SettingsFile.Read(_directory.Path)).Message, StringComparison.Ordinal);
    }
}
