namespace ActorKube.Api.Meta;

/// <summary>A top-level object of the API: it has a type, a name and a life of its own.</summary>
public interface IApiObject
{
    string? Kind { get; init; }

    string? ApiVersion { get; init; }

    ObjectMeta Metadata { get; init; }

    /// <summary>The same object with other metadata.</summary>
    IApiObject With(ObjectMeta metadata);

    /// <summary>The same object under another name of its type.</summary>
    IApiObject With(string apiVersion, string kind);
}
