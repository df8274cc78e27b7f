// The programs of Samples/Pitfalls, put right: a build prints no finding.
return 0;
