namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>The Pod Security Standards, from none to strict.</summary>
public enum SecurityLevel
{
    Privileged,
    Baseline,
    Restricted,
}
