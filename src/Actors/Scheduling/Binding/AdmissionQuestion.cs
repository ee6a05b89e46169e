using System.Text.Json.Serialization;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>Asks a node on another host to take a pod, as that host knows it at this revision at least.</summary>
internal sealed record AdmissionQuestion(string Namespace, string Name, string Uid, long Revision);

[JsonSerializable(typeof(AdmissionQuestion))]
[JsonSerializable(typeof(bool))]
internal sealed partial class AdmissionJson : JsonSerializerContext;
