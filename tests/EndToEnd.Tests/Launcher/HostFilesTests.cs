using ActorKube.Host.Launcher;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class HostFilesTests
{
    [Theory(Timeout = 10_000)]
    [InlineData("/bin/actorkube serve --data /data/a", "/", true)]
    [InlineData("/bin/actorkube serve --data=/data/a --port 1", "/", true)]
    [InlineData("dotnet actorkube.dll serve --port 1 --data a", "/data", true)]
    [InlineData("/bin/actorkube serve", "/", true)]
    [InlineData("/bin/actorkube serve --data /data/b", "/data/a", false)]
    [InlineData("/bin/actorkube guard --data /data/a", "/", false)]
    [InlineData("/bin/sleep 9", "/", false)]
    public void CommandLine_OfAProcessWithTheNotedNumber_IsTheHostsOrNot(string commandLine, string workingDirectory, bool expected) =>
        Assert.Equal(expected, new HostFiles("/data/a").IsHost(commandLine.Split(' '), workingDirectory));
}
