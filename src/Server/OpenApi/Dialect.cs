namespace ActorKube.Server.OpenApi;

/// <summary>The two forms in which Kubernetes publishes its schemas. They differ in where references may stand and in what parameters look like.</summary>
internal enum Dialect
{
    /// <summary>Swagger 2.0: one document for everything, without defaults.</summary>
    V2,

    /// <summary>OpenAPI 3.0: one document for each version of a group.</summary>
    V3,
}
