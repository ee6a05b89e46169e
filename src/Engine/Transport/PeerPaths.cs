namespace ActorKube.Engine.Transport;

/// <summary>Paths of the protocol between hosts: HTTP/2 with mutual TLS.</summary>
public static class PeerPaths
{
    public const string Probe = "/peer/probe";
    public const string ProbeThrough = "/peer/probe-through";
    public const string CatchUp = "/peer/catch-up";
    public const string Command = "/peer/command";

    /// <summary>In front of a path of the API: a request that another host has authenticated and passes on.</summary>
    public const string Api = "/peer/api";

    /// <summary>The user on whose behalf a request is passed on, as JSON.</summary>
    public const string UserHeader = "ActorKube-User";
}
