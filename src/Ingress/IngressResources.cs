namespace ActorKube.Ingresses;

/// <summary>Addresses of the resources that routes and certificates are made of.</summary>
internal static class IngressResources
{
    public const string Ingresses = "ingresses.networking.k8s.io";
    public const string Classes = "ingressclasses.networking.k8s.io";
    public const string Services = "services";
    public const string Slices = "endpointslices.discovery.k8s.io";
    public const string Secrets = "secrets";
}
