using ActorKube.Api.Errors;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>Whom a proxied request for a node is for: its agent, or whoever listens at another port of it.</summary>
internal static class NodeProxyName
{
    /// <summary>The kubelet's, at which clients look for an agent. Nobody has to listen there.</summary>
    private const string AgentPort = "10250";

    /// <exception cref="ApiException">400: it is no name.</exception>
    public static ProxyName Parse(string text) => ProxyName.Parse(text, "node");

    public static bool IsAgent(ProxyName name) => name.Port is "" or AgentPort;
}
