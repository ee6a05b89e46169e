namespace ActorKube.Api.Core;

/// <summary>What services are given addresses and ports from.</summary>
/// <param name="Cidr">IPv4 network of cluster addresses, at most /8.</param>
/// <param name="FirstNodePort">First of the node ports.</param>
/// <param name="LastNodePort">Last of the node ports.</param>
public sealed record ServiceNetwork(string Cidr = "10.96.0.0/16", int FirstNodePort = 30000, int LastNodePort = 32767);
