namespace ActorKube.Api.Certificates;

/// <summary>The conditions of a request that mean something to signers. Approved and Denied exclude each other; all can only be True.</summary>
public static class CertificateConditions
{
    public const string Approved = "Approved";
    public const string Denied = "Denied";
    public const string Failed = "Failed";
}
