namespace ActorKube.Api.Core;

/// <summary>Types of services.</summary>
public static class ServiceTypes
{
    public const string ClusterIp = "ClusterIP";
    public const string NodePort = "NodePort";
    public const string LoadBalancer = "LoadBalancer";
    public const string ExternalName = "ExternalName";

    /// <summary>The address of a service that wants none.</summary>
    public const string Headless = "None";
}
