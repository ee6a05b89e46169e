using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Tests.Docker;

public sealed class DockerEndpointTests
{
    [Theory]
    [InlineData(null, "unix:///var/run/docker.sock")]
    [InlineData("", "unix:///var/run/docker.sock")]
    [InlineData("unix://", "unix:///var/run/docker.sock")]
    [InlineData("unix:///run/user/1000/podman/podman.sock", "unix:///run/user/1000/podman/podman.sock")]
    [InlineData("tcp://10.0.0.5:2375", "tcp://10.0.0.5:2375")]
    [InlineData("tcp://engine", "tcp://engine:2375")]
    public void Parse_KnownForms_AreUnderstood(string? text, string expected) => Assert.Equal(expected, DockerEndpoint.Parse(text).ToString());

    [Theory]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("ssh://me@host")]
    [InlineData("nonsense")]
    public void Parse_OtherSchemes_AreRefused(string text) => Assert.Throws<FormatException>(() => DockerEndpoint.Parse(text));
}
