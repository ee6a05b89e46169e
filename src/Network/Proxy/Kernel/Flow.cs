using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Kernel;

/// <summary>A flow that connection tracking knows.</summary>
/// <param name="Target">What it was addressed to.</param>
/// <param name="Answerer">Who answers; another than the target's address if that was translated.</param>
/// <param name="Tuple">By which the kernel finds it again.</param>
internal sealed record Flow(Frontend Target, uint Answerer, byte[] Tuple);
