using System.Text.Json.Serialization;

namespace ActorKube.NodeAgent.Docker;

/// <summary>JSON of everything that is exchanged with the engine. Its names are the properties' own.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(EngineVersion))]
[JsonSerializable(typeof(EngineInfo))]
[JsonSerializable(typeof(ImageDetails))]
[JsonSerializable(typeof(ImageListItem[]))]
[JsonSerializable(typeof(PullMessage))]
[JsonSerializable(typeof(AuthConfig))]
[JsonSerializable(typeof(ContainerSpec))]
[JsonSerializable(typeof(ContainerCreated))]
[JsonSerializable(typeof(ContainerDetails))]
[JsonSerializable(typeof(ContainerListItem[]))]
[JsonSerializable(typeof(ResourceUpdate))]
[JsonSerializable(typeof(WaitResult))]
[JsonSerializable(typeof(ProcessList))]
[JsonSerializable(typeof(StatsSample))]
[JsonSerializable(typeof(ExecSpec))]
[JsonSerializable(typeof(ExecCreated))]
[JsonSerializable(typeof(ExecStart))]
[JsonSerializable(typeof(ExecDetails))]
[JsonSerializable(typeof(EngineEvent))]
[JsonSerializable(typeof(NetworkSpec))]
[JsonSerializable(typeof(NetworkCreated))]
[JsonSerializable(typeof(NetworkDetails))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
internal sealed partial class DockerJson : JsonSerializerContext;
