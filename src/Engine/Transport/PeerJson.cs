using System.Text.Json.Serialization;
using ActorKube.Engine.Membership.Probing;

namespace ActorKube.Engine.Transport;

/// <summary>What hosts say to one another. Fields are only ever added, and read for one release before they are written.</summary>
[JsonSerializable(typeof(Probe))]
[JsonSerializable(typeof(ProbeAnswer))]
[JsonSerializable(typeof(ProbeRelay))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PeerJson : JsonSerializerContext;

/// <summary>Asks a host to probe another one.</summary>
/// <param name="Address">Where that is.</param>
internal sealed record ProbeRelay(Probe Probe, string Address);
